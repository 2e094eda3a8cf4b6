//! Exchange rates.

use agenthub_money::exchange::Rate;
use agenthub_money::{Currency, Decimal};

use super::Subject;
use super::paging;
use super::sample::{add_organization, code, decimal, moment};
use crate::audit::Actor;
use crate::error::{Code, Error, Result};
use crate::exchange_rate::{ExchangeRate, ExchangeRateFilter, ExchangeRateId};
use crate::organization::OrganizationId;
use crate::user::UserId;

cases! { "exchange_rates":
    keeps_every_field
    keeps_every_digit
    refuses_a_taken_id
    refuses_an_unknown_organization
    the_rate_in_force_is_the_last_that_was_effective_by_then
    of_rates_of_one_time_the_one_set_last_is_in_force
    a_pair_has_no_rate_of_its_inverse
    come_last_effective_first_in_pages
    are_filtered_by_every_field
    pairs_are_there_once_and_sorted
    another_organizations_rates_do_not_exist
    a_dropped_work_leaves_no_rate
    many_are_added_at_once
}

const PAIR: (Currency, Currency) = (Currency::EUR, Currency::USD);

fn rate((base, quote): (Currency, Currency), value: &str, effective: i64) -> Result<ExchangeRate> {
    let rate = Rate::new(base, quote, decimal(value)?, moment(effective), "bank");
    let rate = rate.map_err(|error| Error::internal(error.to_string()))?;
    Ok(ExchangeRate { id: ExchangeRateId::new(), rate, created_at: moment(0), created_by: Actor::System })
}

async fn add(store: &Subject, organization: OrganizationId, rates: &[ExchangeRate]) -> Result<()> {
    let mut work = store.work(organization).await?;
    work.exchange_rates().add(rates).await?;
    work.commit().await
}

async fn in_force(
    store: &Subject,
    organization: OrganizationId,
    (base, quote): (Currency, Currency),
    at: i64,
) -> Result<Option<ExchangeRate>> {
    store.view(organization).await?.exchange_rates().in_force(base, quote, moment(at)).await
}

/// Sorts as a list is.
fn sort(rates: &mut [ExchangeRate]) {
    rates.sort_by_key(|it| std::cmp::Reverse((it.rate.effective(), it.id)));
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut kept = rate(PAIR, "1.1593", -5)?;
    kept.rate = Rate::new(PAIR.0, PAIR.1, decimal("1.1593")?, moment(-5), "Bank \"B\" ' \\ % курс")
        .map_err(|error| Error::internal(error.to_string()))?;
    kept.created_at = moment(123_456);
    kept.created_by = Actor::Human(UserId::new());
    add(&store, organization, std::slice::from_ref(&kept)).await?;
    assert_eq!(in_force(&store, organization, PAIR, 0).await?, Some(kept));
    Ok(())
}

async fn keeps_every_digit(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let values = [
        "0.0000000000000000000000000001",
        "79228162514264337593543950335",
        "1234567890123.123456789012345",
        "0.1",
        "1",
        "100",
        "1.10",
    ];
    for (place, value) in (0..).zip(values) {
        let kept = rate(PAIR, value, place)?;
        add(&store, organization, std::slice::from_ref(&kept)).await?;
        let found = in_force(&store, organization, PAIR, place).await?;
        assert_eq!(found.map(|it| it.rate.value().to_string()).as_deref(), Some(value));
    }
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let (organization, kept) = (add_organization(&*store).await?, rate(PAIR, "1", 0)?);
    add(&store, organization, std::slice::from_ref(&kept)).await?;
    let again = ExchangeRate { id: kept.id, ..rate(PAIR, "2", 1)? };
    let refused = add(&store, organization, &[rate(PAIR, "3", 2)?, again]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    assert_eq!(in_force(&store, organization, PAIR, 9).await?, Some(kept), "all or none");
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = add(&store, OrganizationId::new(), &[rate(PAIR, "1", 0)?]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn the_rate_in_force_is_the_last_that_was_effective_by_then(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let rates = [rate(PAIR, "3", 30)?, rate(PAIR, "1", 10)?, rate(PAIR, "2", 20)?];
    add(&store, organization, &rates).await?;
    for (at, wanted) in [(9, None), (10, Some(1)), (19, Some(1)), (20, Some(2)), (29, Some(2)), (99, Some(3))]
    {
        let found = in_force(&store, organization, PAIR, at).await?;
        assert_eq!(found.map(|it| it.rate.value()), wanted.map(Decimal::from), "at {at}");
    }
    Ok(())
}

async fn of_rates_of_one_time_the_one_set_last_is_in_force(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let (first, second, third) = (rate(PAIR, "9", 5)?, rate(PAIR, "8", 5)?, rate(PAIR, "7", 5)?);
    add(&store, organization, &[third.clone(), first]).await?;
    add(&store, organization, &[second]).await?;
    assert_eq!(in_force(&store, organization, PAIR, 5).await?, Some(third));
    Ok(())
}

async fn a_pair_has_no_rate_of_its_inverse(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    add(&store, organization, &[rate(PAIR, "1", 0)?]).await?;
    assert_eq!(in_force(&store, organization, (PAIR.1, PAIR.0), 0).await?, None);
    Ok(())
}

async fn come_last_effective_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let rates: Result<Vec<_>> = (0..11).map(|n: i64| rate(PAIR, "1.5", (n * 7) % 5)).collect();
    let mut rates = rates?;
    add(&store, organization, &rates).await?;
    sort(&mut rates);
    let filter = ExchangeRateFilter::default();
    paging::holds(&rates, async |page| {
        store.view(organization).await?.exchange_rates().list(&filter, &page).await
    })
    .await
}

async fn are_filtered_by_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut rates = vec![
        rate(PAIR, "1", 1)?,
        rate((Currency::EUR, Currency::JPY), "2", 2)?,
        rate((Currency::USD, Currency::JPY), "3", 3)?,
        rate(PAIR, "4", 4)?,
    ];
    rates[3].rate = Rate::new(PAIR.0, PAIR.1, decimal("4")?, moment(4), "treasurer")
        .map_err(|error| Error::internal(error.to_string()))?;
    add(&store, organization, &rates).await?;
    sort(&mut rates);
    let all = ExchangeRateFilter::default();
    let filters = [
        (ExchangeRateFilter { base: Some(Currency::EUR), ..all.clone() }, vec![4, 2, 1]),
        (ExchangeRateFilter { quote: Some(Currency::JPY), ..all.clone() }, vec![3, 2]),
        (ExchangeRateFilter { source: Some("bank".to_owned()), ..all.clone() }, vec![3, 2, 1]),
        (ExchangeRateFilter { source: Some("Bank".to_owned()), ..all.clone() }, vec![]),
        (ExchangeRateFilter { from: Some(moment(3)), ..all.clone() }, vec![4, 3]),
        (ExchangeRateFilter { until: Some(moment(3)), ..all.clone() }, vec![2, 1]),
        (
            ExchangeRateFilter { base: Some(PAIR.0), quote: Some(PAIR.1), from: Some(moment(2)), ..all },
            vec![4],
        ),
    ];
    for (filter, wanted) in filters {
        let expected: Vec<_> = rates
            .iter()
            .filter(|it| wanted.iter().any(|n| it.rate.value() == Decimal::from(*n)))
            .cloned()
            .collect();
        assert_eq!(expected.len(), wanted.len());
        paging::holds(&expected, async |page| {
            store.view(organization).await?.exchange_rates().list(&filter, &page).await
        })
        .await?;
    }
    Ok(())
}

async fn pairs_are_there_once_and_sorted(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let pairs = [(Currency::USD, Currency::JPY), PAIR, (Currency::EUR, Currency::CHF), PAIR];
    let rates = pairs.map(|pair| rate(pair, "1", 0)).into_iter().collect::<Result<Vec<_>>>()?;
    add(&store, organization, &rates).await?;
    let found = store.view(organization).await?.exchange_rates().pairs().await?;
    assert_eq!(found, [(Currency::EUR, Currency::CHF), PAIR, (Currency::USD, Currency::JPY)]);
    Ok(())
}

async fn another_organizations_rates_do_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let kept = rate(PAIR, "1", 0)?;
    add(&store, theirs, std::slice::from_ref(&kept)).await?;
    assert_eq!(in_force(&store, ours, PAIR, 9).await?, None);
    assert!(store.view(ours).await?.exchange_rates().pairs().await?.is_empty());
    let filter = ExchangeRateFilter::default();
    paging::holds(&[], async |page| store.view(ours).await?.exchange_rates().list(&filter, &page).await)
        .await?;
    assert_eq!(in_force(&store, theirs, PAIR, 9).await?, Some(kept));
    Ok(())
}

async fn a_dropped_work_leaves_no_rate(store: Subject) -> Result<()> {
    let (organization, kept) = (add_organization(&*store).await?, rate(PAIR, "1", 0)?);
    let mut work = store.work(organization).await?;
    work.exchange_rates().add(std::slice::from_ref(&kept)).await?;
    assert_eq!(work.exchange_rates().in_force(PAIR.0, PAIR.1, moment(9)).await?, Some(kept.clone()));
    drop(work);
    assert_eq!(in_force(&store, organization, PAIR, 9).await?, None);
    add(&store, organization, &[kept]).await
}

async fn many_are_added_at_once(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    add(&store, organization, &[]).await?;
    let rates = (0..3_000).map(|n| rate(PAIR, "1.25", n)).collect::<Result<Vec<_>>>()?;
    add(&store, organization, &rates).await?;
    assert_eq!(in_force(&store, organization, PAIR, 1_499).await?.as_ref(), rates.get(1_499));
    Ok(())
}
