use std::collections::HashSet;

use agenthub_core::Agent;
use agenthub_core::agent::Definition;
use agenthub_core::invocation::Invocation;
use agenthub_core::routing::{Decision, Refusal, RoutingCriteria};

use crate::support::{Echo, Sick, Way, World, hello};

async fn priced(world: &World, price: &str, priority: u8) -> Agent {
    let definition = Definition {
        base_price: Some(price.parse().unwrap()),
        priority: Some(priority),
        ..Definition::new(format!("At {price}"), "echo")
    };
    world.agent(definition).await
}

async fn route(world: &World, criteria: RoutingCriteria) -> Decision {
    let call = Invocation::new("echo", hello()).criteria(criteria);
    world.session().run(call).await.unwrap().routing.unwrap()
}

fn only_cost() -> RoutingCriteria {
    RoutingCriteria {
        cost_weight: 1,
        load_weight: 0,
        quality_weight: 0,
        priority_weight: 0,
        ..Default::default()
    }
}

#[tokio::test]
async fn the_weights_decide_between_cheap_and_preferred() {
    let world = World::new().await;
    let cheap = priced(&world, "0.10", 10).await;
    let preferred = priced(&world, "1.00", 90).await;

    let by_cost = route(&world, only_cost()).await;
    let by_priority =
        route(&world, RoutingCriteria { cost_weight: 0, priority_weight: 1, ..only_cost() }).await;

    assert_eq!(by_cost.chosen, Some(cheap.id));
    assert_eq!(by_priority.chosen, Some(preferred.id));
    assert_eq!(by_cost.considered, 2);
    assert!(by_cost.candidates[0].score > by_cost.candidates[1].score);
}

#[tokio::test]
async fn a_hard_limit_refuses_whatever_else_an_agent_is() {
    let world = World::new().await;
    let dear = priced(&world, "5", 100).await;
    let cheap = priced(&world, "1", 0).await;

    let decision =
        route(&world, RoutingCriteria { max_price: Some("2".parse().unwrap()), ..Default::default() }).await;

    assert_eq!(decision.chosen, Some(cheap.id));
    let refused = decision.candidates.iter().find(|it| it.agent_id == dear.id).unwrap();
    assert_eq!(refused.refusal, Some(Refusal::TooExpensive));
}

#[tokio::test]
async fn the_criteria_can_ask_for_a_type_and_exclude_agents() {
    let world = World::new().await;
    world.hub.runtimes().register("other", Echo);
    let echo = world.echo().await;
    let other = world.agent(Definition::new("Other", "other")).await;

    let typed = RoutingCriteria { agent_type: Some("other".into()), ..Default::default() };
    let without = RoutingCriteria { exclude: vec![other.id], ..Default::default() };

    assert_eq!(route(&world, typed).await.chosen, Some(other.id));
    assert_eq!(route(&world, without).await.chosen, Some(echo.id));
}

#[tokio::test]
async fn an_agent_that_succeeds_is_preferred_to_one_that_failed() {
    let world = World::new().await;
    let (shaky, _) = world.faulty(Way::Panics, 50).await;
    let echo = world.echo().await;
    world.session().invoke_on(shaky.id, "echo", hello()).await.unwrap_err();

    let quality = RoutingCriteria { cost_weight: 0, quality_weight: 1, ..only_cost() };

    for _ in 0..4 {
        assert_eq!(route(&world, quality.clone()).await.chosen, Some(echo.id));
    }
    let strict = RoutingCriteria { min_success_percent: Some(95), ..Default::default() };
    let decision = route(&world, strict).await;
    let refused = decision.candidates.iter().find(|it| it.agent_id == shaky.id).unwrap();
    assert_eq!(refused.refusal, Some(Refusal::TooUnreliable));
}

#[tokio::test]
async fn equals_take_turns() {
    let world = World::new().await;
    for i in 0..3 {
        world.agent(Definition::new(format!("Echo {i}"), "echo")).await;
    }
    let same = RoutingCriteria { quality_weight: 0, ..Default::default() };
    let mut chosen = HashSet::new();
    for _ in 0..3 {
        chosen.insert(route(&world, same.clone()).await.chosen);
    }
    assert_eq!(chosen.len(), 3);
}

#[tokio::test]
async fn an_agent_without_a_runtime_here_is_refused_and_the_reason_told() {
    let world = World::new().await;
    let id = world.hub.runtimes().register("passing", Echo);
    world.agent(Definition::new("Passing", "passing")).await;
    world.session().invoke("echo", hello()).await.unwrap();

    assert!(world.hub.runtimes().unregister(id));
    assert!(!world.hub.runtimes().unregister(id));

    let error = world.session().invoke("echo", hello()).await.unwrap_err();
    assert_eq!(error.to_string(), "no agent for echo can take the call: 1 without a runtime here");
}

#[tokio::test]
async fn a_runtime_that_says_it_is_sick_is_not_called() {
    let world = World::with(|options| agenthub_core::HubOptions {
        health_every: std::time::Duration::from_millis(1),
        ..options
    })
    .await;
    world.hub.runtimes().register("sick", Sick);
    world.agent(Definition { priority: Some(100), ..Definition::new("Sick", "sick") }).await;
    let echo = world.agent(Definition { priority: Some(0), ..Definition::new("Echo", "echo") }).await;
    while world.hub.runtimes().health()["sick"] == agenthub_core::agent::Health::Healthy {
        tokio::task::yield_now().await;
    }

    let decision = route(&world, RoutingCriteria::default()).await;

    assert_eq!(decision.chosen, Some(echo.id));
    assert_eq!(decision.candidates[1].refusal, Some(Refusal::Unhealthy));
}

#[tokio::test]
async fn of_several_runtimes_of_one_name_the_preferred_healthy_one_is_called() {
    let world = World::with(|options| agenthub_core::HubOptions {
        health_every: std::time::Duration::from_millis(1),
        ..options
    })
    .await;
    world.hub.runtimes().register_with_priority("pair", Sick, 90);
    world.hub.runtimes().register_with_priority("pair", Echo, 10);
    let agent = world.agent(Definition::new("Pair", "pair")).await;
    let answers = async {
        loop {
            if let Ok(answer) = world.session().invoke_on(agent.id, "echo", hello()).await {
                return answer;
            }
            tokio::task::yield_now().await;
        }
    };
    assert_eq!(answers.await.output, hello());
}

#[tokio::test]
async fn among_very_many_the_best_is_found_and_the_decision_stays_small() {
    let world = World::new().await;
    for i in 1..=200 {
        priced(&world, &i.to_string(), 50).await;
    }
    let cheapest = priced(&world, "0.5", 50).await;

    let decision = route(&world, only_cost()).await;

    assert_eq!(decision.chosen, Some(cheapest.id));
    assert_eq!(decision.considered, 201);
    assert_eq!(decision.candidates.len(), Decision::SHOWN);
}
