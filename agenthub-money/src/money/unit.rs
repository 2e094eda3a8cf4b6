//! What an amount is counted in: a currency known at run time, or one known to the compiler.

use std::fmt::Debug;
use std::hash::Hash;

use crate::{Currency, Error};

/// What a [`Money`](crate::Money) is counted in.
///
/// [`Currency`] itself is a unit: amounts in it are mixed at run time, and a wrong mix is an error.
/// [`Usd`], [`Eur`] and the like are units the compiler knows: a wrong mix does not compile.
/// A type for another currency is a unit struct and three lines:
///
/// ```
/// use agenthub_money::{Currency, Error, Money, Unit};
///
/// #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
/// struct Pln;
///
/// impl Unit for Pln {
///     fn currency(self) -> Currency {
///         Currency::from_code("PLN").unwrap_or(Currency::EUR)
///     }
///     fn try_from_currency(currency: Currency) -> Result<Self, Error> {
///         if currency == Pln.currency() { Ok(Pln) } else { Err(Error::mismatch(Pln.currency(), currency)) }
///     }
/// }
/// assert_eq!(Money::new(5.into(), Pln).to_string(), "5.00 PLN");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no unit of money",
    label = "use `Currency` (known at run time) or a type such as `Usd` (known to the compiler)"
)]
pub trait Unit: Copy + Eq + Hash + Debug + Send + Sync + 'static {
    /// The currency of this unit.
    fn currency(self) -> Currency;

    /// The unit for a currency, if it is the right one.
    ///
    /// # Errors
    /// [`Error::CurrencyMismatch`] if this unit stands for another currency.
    fn try_from_currency(currency: Currency) -> Result<Self, Error>;
}

impl Unit for Currency {
    fn currency(self) -> Currency {
        self
    }

    fn try_from_currency(currency: Currency) -> Result<Self, Error> {
        Ok(currency)
    }
}

macro_rules! static_units {
    ($($name:ident = $code:ident),* $(,)?) => {$(
        #[doc = concat!("The currency ", stringify!($code), " as a type: `Money<", stringify!($name), ">`.")]
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name;

        impl Unit for $name {
            fn currency(self) -> Currency {
                Currency::$code
            }

            fn try_from_currency(currency: Currency) -> Result<Self, Error> {
                if currency == Currency::$code { Ok(Self) } else { Err(Error::mismatch(Currency::$code, currency)) }
            }
        }
    )*};
}

static_units! {
    Usd = USD, Eur = EUR, Gbp = GBP, Jpy = JPY, Cny = CNY, Inr = INR, Aud = AUD, Cad = CAD,
    Chf = CHF, Brl = BRL, Rub = RUB, Sar = SAR, Aed = AED, Zar = ZAR, Mxn = MXN,
}
