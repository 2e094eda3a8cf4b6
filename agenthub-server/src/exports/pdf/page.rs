//! A page: its measures, and what is drawn on it besides text.

use agenthub_core::error::{Error, Result};
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::Fill;
use krilla::surface::Surface;

/// A4 across, in points.
pub(super) const WIDTH: f32 = 842.0;
pub(super) const HEIGHT: f32 = 595.0;
/// What stays free at the sides.
pub(super) const MARGIN: f32 = 36.0;
/// Where the table begins, and where it ends.
pub(super) const TOP: f32 = 58.0;
pub(super) const BOTTOM: f32 = HEIGHT - 46.0;

/// How wide the columns are; together as wide as the page without its margins.
pub(super) const COLUMNS: [f32; 7] = [46.0, 84.0, 128.0, 78.0, 128.0, 92.0, 214.0];
/// What stays free in a cell at each side.
pub(super) const PADDING: f32 = 4.0;

pub(super) const BLACK: u8 = 20;
pub(super) const GREY: u8 = 110;
pub(super) const PALE: u8 = 235;

/// Where a column begins: the first one at the left, or at the right.
pub(super) fn column(number: usize, right_to_left: bool) -> f32 {
    let before: f32 = COLUMNS[..number].iter().sum();
    if right_to_left { WIDTH - MARGIN - before - COLUMNS[number] } else { MARGIN + before }
}

/// Draws with this shade from here on.
pub(super) fn shade(surface: &mut Surface<'_>, grey: u8) {
    let paint = rgb::Color::new(grey, grey, grey).into();
    surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: Default::default() }));
}

/// Fills a rectangle as wide as the table.
pub(super) fn band(surface: &mut Surface<'_>, y: f32, height: f32, grey: u8) -> Result<()> {
    let mut path = PathBuilder::new();
    let rect = Rect::from_xywh(MARGIN, y, WIDTH - 2.0 * MARGIN, height);
    path.push_rect(rect.ok_or_else(|| Error::internal("a rectangle that is none"))?);
    shade(surface, grey);
    let path = path.finish().ok_or_else(|| Error::internal("a path that is none"))?;
    surface.draw_path(&path);
    shade(surface, BLACK);
    Ok(())
}
