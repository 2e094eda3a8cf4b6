//! Random changes of one organization's rows.

use super::Pair;
use super::dice::Dice;
use crate::audit::Actor;
use crate::audit::retention::RetentionPolicy;
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::store::Rows;

/// Makes one to four changes; tells whether all were taken.
pub(super) async fn some(
    pair: &mut Pair<'_, dyn Rows + '_>,
    organization: OrganizationId,
    dice: &mut Dice,
) -> bool {
    for _ in 0..=dice.below(4) {
        if !one(pair, organization, dice).await {
            return false;
        }
    }
    true
}

async fn one(pair: &mut Pair<'_, dyn Rows + '_>, organization: OrganizationId, dice: &mut Dice) -> bool {
    match dice.below(12) {
        0..=2 => agents(pair, dice).await,
        3 => api_keys(pair, dice).await,
        4 => invitations(pair, organization, dice).await,
        5 => members(pair, dice).await,
        6 => idempotency(pair, dice).await,
        7 => message_overrides(pair, dice).await,
        8 => subject_keys(pair, dice).await,
        9 => both!(pair, "touch", rows => rows.touch()),
        10 => retention(pair, dice).await,
        _ => {
            let record = dice.record();
            both!(pair, "record", rows => rows.record(record.clone()))
        }
    }
}

async fn agents(pair: &mut Pair<'_, dyn Rows + '_>, dice: &mut Dice) -> bool {
    let mut agent = dice.agent();
    if dice.chance(30) {
        return both!(pair, "agents.add", rows => rows.agents().add(&agent));
    }
    // A change begins with a look at the present state, which now and then is stale.
    if let Ok(Some(present)) = pair.oracle.agents().get(agent.id).await {
        agent.version_number = present.version_number + u32::from(dice.chance(85));
        dice.vary_agent(&mut agent);
    }
    both!(pair, "agents.get", rows => rows.agents().get(agent.id))
        && both!(pair, "agents.change", rows => rows.agents().change(&agent))
        && both!(pair, "agents.live", rows => rows.agents().live())
}

async fn api_keys(pair: &mut Pair<'_, dyn Rows + '_>, dice: &mut Dice) -> bool {
    let (key, at) = (dice.api_key(), dice.moment());
    match dice.below(4) {
        0 | 1 => both!(pair, "api_keys.add", rows => rows.api_keys().add(&key)),
        2 => both!(pair, "api_keys.change", rows => rows.api_keys().change(&key)),
        _ => both!(pair, "api_keys.used", rows => rows.api_keys().used(key.id, at)),
    }
}

async fn invitations(
    pair: &mut Pair<'_, dyn Rows + '_>,
    organization: OrganizationId,
    dice: &mut Dice,
) -> bool {
    let invitation = dice.invitation(organization);
    match dice.below(4) {
        0 | 1 => both!(pair, "invitations.add", rows => rows.invitations().add(&invitation)),
        2 => both!(pair, "invitations.remove", rows => rows.invitations().remove(invitation.id)),
        _ => {
            let own = crate::organization::Invitation { organization_id: organization, ..invitation };
            both!(pair, "invitations.change", rows => rows.invitations().change(&own))
        }
    }
}

async fn idempotency(pair: &mut Pair<'_, dyn Rows + '_>, dice: &mut Dice) -> bool {
    let reservation = dice.reservation();
    let (name, holder) = (reservation.name, reservation.holder);
    match dice.below(5) {
        0 | 1 => both!(pair, "idempotency.add", rows => rows.idempotency().add(&reservation)),
        2 => both!(pair, "idempotency.change", rows => rows.idempotency().change(&reservation)),
        3 => both!(pair, "idempotency.remove", rows => rows.idempotency().remove(&name, holder)),
        _ => both!(pair, "idempotency.get", rows => rows.idempotency().get(&name)),
    }
}

async fn members(pair: &mut Pair<'_, dyn Rows + '_>, dice: &mut Dice) -> bool {
    let member = dice.member();
    let taken = match dice.below(4) {
        0 | 1 => both!(pair, "members.add", rows => rows.members().add(&member)),
        2 => both!(pair, "members.change", rows => rows.members().change(&member)),
        _ => both!(pair, "members.remove", rows => rows.members().remove(member.user_id)),
    };
    if taken {
        both_pages!(pair, "members.list", Page::first(2), rows, page => rows.members().list(page));
    }
    taken
}

async fn message_overrides(pair: &mut Pair<'_, dyn Rows + '_>, dice: &mut Dice) -> bool {
    let one = dice.message_override();
    let taken = match dice.below(4) {
        0 | 1 => both!(pair, "message_overrides.add", rows => rows.message_overrides().add(&one)),
        2 => both!(pair, "message_overrides.change", rows => rows.message_overrides().change(&one)),
        _ => {
            both!(pair, "message_overrides.remove", rows => rows.message_overrides().remove(&one.language, &one.key))
        }
    };
    taken && both!(pair, "message_overrides.list", rows => rows.message_overrides().list())
}

async fn subject_keys(pair: &mut Pair<'_, dyn Rows + '_>, dice: &mut Dice) -> bool {
    let key = dice.subject_key();
    let taken = match dice.below(3) {
        0 | 1 => both!(pair, "subject_keys.add", rows => rows.subject_keys().add(&key)),
        _ => {
            let at = dice.moment();
            both!(pair, "subject_keys.erase", rows => rows.subject_keys().erase(key.subject, at))
        }
    };
    taken && both!(pair, "subject_keys.list", rows => rows.subject_keys().list(key.subject))
}

async fn retention(pair: &mut Pair<'_, dyn Rows + '_>, dice: &mut Dice) -> bool {
    let policy = RetentionPolicy { days: dice.below(40), set_by: Actor::System, set_at: dice.moment() };
    let sequence = u64::from(dice.below(30));
    let taken = match dice.below(5) {
        0 => both!(pair, "audit_retention.set", rows => rows.audit_retention().set(&policy)),
        1 => both!(pair, "audit_retention.remove", rows => rows.audit_retention().remove()),
        2 => both!(pair, "legal_holds.lock", rows => rows.legal_holds().lock()),
        _ => both!(pair, "audit.remove_before", rows => rows.audit().remove_before(sequence)),
    };
    taken
        && both!(pair, "audit_retention.get", rows => rows.audit_retention().get())
        && both!(pair, "audit.extent", rows => rows.audit().extent())
        && both!(pair, "audit_tree.leaves", rows => rows.audit_tree().leaves(sequence, 3))
}
