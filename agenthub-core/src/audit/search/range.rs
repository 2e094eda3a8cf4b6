//! Ranges that are gone through from either end.

use std::ops::Range;

use crate::audit::AuditOrder;
use crate::audit::index::BLOCK;

pub(super) trait Ordered {
    /// Takes as many as `length` away from the end that comes first.
    fn take_first(&mut self, order: AuditOrder, length: u64) -> Range<u64>;
    /// What comes after `place`.
    fn after(self, order: AuditOrder, place: u64) -> Range<u64>;
}

impl Ordered for Range<u64> {
    fn take_first(&mut self, order: AuditOrder, length: u64) -> Range<u64> {
        let length = length.min(self.end - self.start);
        match order {
            AuditOrder::Newest => {
                self.end -= length;
                self.end..self.end + length
            }
            AuditOrder::Oldest => {
                self.start += length;
                self.start - length..self.start
            }
        }
    }

    fn after(self, order: AuditOrder, place: u64) -> Range<u64> {
        match order {
            AuditOrder::Newest => self.start..place,
            AuditOrder::Oldest => place + 1..self.end,
        }
    }
}

/// Items that come lowest first, in this order.
pub(super) fn in_order<T>(order: AuditOrder, mut items: Vec<T>) -> impl Iterator<Item = T> {
    if order == AuditOrder::Newest {
        items.reverse();
    }
    items.into_iter()
}

/// The numbers of the blocks of a range of records.
pub(super) fn blocks(range: &Range<u64>) -> Range<u64> {
    if range.is_empty() { 0..0 } else { range.start / BLOCK..(range.end - 1) / BLOCK + 1 }
}
