//! Money through its public door.

#[cfg(test)]
mod amounts;
#[cfg(test)]
mod cldr;
#[cfg(test)]
mod currencies;
#[cfg(test)]
mod ecb;
#[cfg(test)]
mod errors;
#[cfg(test)]
mod exchange;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod locales;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod round_trips;
#[cfg(test)]
mod stored_rates;
