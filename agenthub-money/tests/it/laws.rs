//! What holds for every amount.

use agenthub_money::exchange::{Exchange, Rate, RateTable};
use agenthub_money::{Currency, Decimal, Money, Rounding};
use proptest::prelude::*;

fn currency() -> impl Strategy<Value = Currency> {
    let all: Vec<Currency> = Currency::all().collect();
    proptest::sample::select(all)
}

fn amount() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_000_i64..1_000_000_000_000, 0_u32..8)
        .prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn rounding() -> impl Strategy<Value = Rounding> {
    proptest::sample::select(Rounding::ALL.to_vec())
}

proptest! {
    #[test]
    fn shares_sum_to_the_whole_and_none_is_off_by_a_unit(
        amount in amount(), currency in currency(), ratios in prop::collection::vec(0_i64..10_000, 1..12),
    ) {
        prop_assume!(ratios.iter().any(|ratio| *ratio > 0));
        let money = Money::new(amount, currency);
        let shares = money.allocate(&ratios).unwrap();
        let sum = shares.iter().try_fold(Money::zero(currency), |sum, share| sum.checked_add(*share)).unwrap();
        prop_assert_eq!(sum, money);
        let total: Decimal = ratios.iter().map(|ratio| Decimal::from(*ratio)).sum();
        let unit = Decimal::new(1, currency.decimals().max(amount.normalize().scale()));
        for (share, ratio) in shares.iter().zip(&ratios) {
            let exact = amount * Decimal::from(*ratio) / total;
            prop_assert!((share.amount() - exact).abs() < unit, "{} is not near {}", share, exact);
        }
    }

    #[test]
    fn adding_is_undone_by_subtracting(a in amount(), b in amount(), currency in currency()) {
        let (a, b) = (Money::new(a, currency), Money::new(b, currency));
        prop_assert_eq!(a.checked_add(b).unwrap().checked_sub(b).unwrap(), a);
        prop_assert_eq!(a.checked_add(b), b.checked_add(a));
    }

    #[test]
    fn rounding_moves_by_less_than_a_unit_and_twice_is_once(
        amount in amount(), currency in currency(), rounding in rounding(),
    ) {
        let money = Money::new(amount, currency);
        let once = money.round(rounding);
        prop_assert_eq!(once.round(rounding), once);
        prop_assert!((once.amount() - amount).abs() < Decimal::new(1, currency.decimals()));
        prop_assert!(once.exact().is_ok());
    }

    #[test]
    fn text_json_and_columns_give_the_amount_back(amount in amount(), currency in currency()) {
        let money = Money::new(amount, currency);
        prop_assert_eq!(money.to_string().parse::<Money>().unwrap(), money);
        let json = serde_json::to_string(&money).unwrap();
        prop_assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
        let (text, code) = money.to_columns();
        prop_assert_eq!(Money::from_columns(&text, code).unwrap(), money);
    }

    #[test]
    fn a_conversion_is_recomputed_from_its_json_alone(
        amount in amount(), first in 1_i64..10_000_000, second in 1_i64..10_000_000, rounding in rounding(),
    ) {
        let noon = "2026-11-20T12:00:00Z".parse().unwrap();
        let mut table = RateTable::with_base(Currency::EUR);
        table.add(Rate::new(Currency::EUR, Currency::USD, Decimal::new(first, 4), noon, "a").unwrap()).unwrap();
        table.add(Rate::new(Currency::EUR, Currency::JPY, Decimal::new(second, 2), noon, "b").unwrap()).unwrap();
        let money = Money::new(amount, Currency::USD);
        let receipt = Exchange::new(&table, noon).rounding(rounding).convert(money, Currency::JPY).unwrap();
        let kept: agenthub_money::exchange::Conversion =
            serde_json::from_str(&serde_json::to_string(&receipt).unwrap()).unwrap();
        prop_assert_eq!(&kept, &receipt);
        prop_assert_eq!(kept.verify(), Ok(()));
        let near = amount / Decimal::new(first, 4) * Decimal::new(second, 2);
        prop_assert!((receipt.to.amount() - near).abs() <= Decimal::ONE + near.abs() * Decimal::new(1, 20));
    }
}
