//! Setting text: from letters to glyphs at their places, in lines of a width.

use std::borrow::Cow;
use std::collections::HashMap;

use agenthub_core::error::{Error, Result};
use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::layout::{Alignment, AlignmentOptions, Layout};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{FontContext, LayoutContext};

use super::fonts::Used;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) bold: bool,
    /// From the right margin on, and not from the left one.
    pub(super) right: bool,
}

/// A text in its lines.
pub(super) struct Block {
    text: String,
    layout: Layout<()>,
}

/// Sets texts with some fonts.
pub(super) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    families: Vec<FontFamilyName<'static>>,
    drawn: HashMap<(u64, u32), Font>,
}

impl Setter {
    pub(super) fn new(used: Used) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut families = Vec::new();
        for file in used.files {
            let blob = Blob::new(std::sync::Arc::new(file));
            let registered = collection.register_fonts(blob, None);
            let several = registered.len() > 1;
            for (family, _) in registered {
                let Some(name) = collection.family_name(family).map(str::to_owned) else { continue };
                // Of a collection of the same letters for several languages, the one.
                let is_wanted =
                    !several || name == used.family || name == used.family.replace("Sans", "Serif");
                if is_wanted && !families.contains(&name) {
                    families.push(name);
                }
            }
        }
        let families = families.into_iter().map(|name| FontFamilyName::Named(Cow::Owned(name))).collect();
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        Self { fonts, layouts: LayoutContext::new(), families, drawn: HashMap::new() }
    }

    /// The text in lines of this width; in as many as have room in this height, and a mark where that is not all.
    pub(super) fn set(&mut self, text: &str, style: Style, width: f32, height: f32) -> Block {
        let mut text = text.to_owned();
        loop {
            let block = self.lines(text, style, width);
            let all = block.height();
            if all <= height || block.text.len() < 8 {
                return block;
            }
            let keep = (block.text.chars().count() as f32 * height / all * 0.95) as usize;
            let cut: String = block.text.trim_end_matches('…').chars().take(keep).collect();
            text = cut + "…";
        }
    }

    /// The text in lines; characters that no font has are shown by their codes.
    fn lines(&mut self, text: String, style: Style, width: f32) -> Block {
        let layout = self.layout(&text, style, width);
        let text = match without_unknown(&text, &layout) {
            None => return Block { text, layout },
            Some(text) => text,
        };
        let layout = self.layout(&text, style, width);
        Block { text, layout }
    }

    fn layout(&mut self, text: &str, style: Style, width: f32) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&self.families))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.35)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        let side = if style.right { Alignment::Right } else { Alignment::Left };
        layout.align(side, AlignmentOptions::default());
        layout
    }

    /// Draws a text with its upper left corner here.
    ///
    /// # Errors
    /// `internal` where a font cannot be drawn with.
    pub(super) fn draw(&mut self, block: &Block, surface: &mut Surface<'_>, x: f32, y: f32) -> Result<()> {
        for line in block.layout.lines() {
            let baseline = y + line.metrics().baseline;
            let mut at = x + line.metrics().offset;
            for run in line.runs() {
                let (font, size) = (self.font(&run)?, run.font_size());
                let (glyphs, advance) = glyphs(&run, size);
                let place = Point::from_xy(at, baseline);
                surface.draw_glyphs(place, &glyphs, font, &block.text, size, false);
                at += advance;
            }
        }
        Ok(())
    }

    fn font(&mut self, run: &parley::layout::Run<'_, ()>) -> Result<Font> {
        let (font, index) = (run.font().clone(), run.font().index);
        let (bytes, id) = font.data.into_raw_parts();
        if let Some(font) = self.drawn.get(&(id, index)) {
            return Ok(font.clone());
        }
        let font = Font::new(bytes.into(), index).ok_or_else(|| Error::internal("a font that is none"))?;
        self.drawn.insert((id, index), font.clone());
        Ok(font)
    }
}

impl Block {
    pub(super) fn height(&self) -> f32 {
        self.layout.height()
    }
}

/// The glyphs of a run from left to right, and how wide they are together.
fn glyphs(run: &parley::layout::Run<'_, ()>, size: f32) -> (Vec<KrillaGlyph>, f32) {
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    let mut advance = 0.0;
    for cluster in run.visual_clusters() {
        let text = cluster.text_range();
        if cluster.is_ligature_continuation() {
            if let Some(last) = glyphs.last_mut() {
                let range = &mut last.text_range;
                *range = range.start.min(text.start)..range.end.max(text.end);
            }
            continue;
        }
        for glyph in cluster.glyphs() {
            let id = GlyphId::new(glyph.id);
            let (wide, x, y) = (glyph.advance / size, glyph.x / size, glyph.y / size);
            glyphs.push(KrillaGlyph::new(id, wide, x, y, 0.0, text.clone(), None));
            advance += glyph.advance;
        }
    }
    (glyphs, advance)
}

/// The text with codes in the place of what no font has; `None` where there is nothing of the kind.
fn without_unknown(text: &str, layout: &Layout<()>) -> Option<String> {
    let mut unknown = Vec::new();
    for run in layout.lines().flat_map(|line| line.runs()) {
        for cluster in run.clusters().filter(|cluster| !cluster.is_space_or_nbsp()) {
            let range = cluster.text_range();
            let is_seen = text[range.clone()].chars().any(|letter| !letter.is_control() && !is_mark(letter));
            if is_seen && cluster.glyphs().any(|glyph| glyph.id == 0) {
                unknown.push(range);
            }
        }
    }
    if unknown.is_empty() {
        return None;
    }
    unknown.sort_unstable_by_key(|range| range.start);
    let (mut shown, mut from) = (String::new(), 0);
    for range in unknown {
        if range.start >= from {
            shown += &text[from..range.start];
            text[range.clone()].chars().for_each(|letter| shown += &code(letter));
            from = range.end;
        }
    }
    Some(shown + &text[from..])
}

/// Is it a mark that only tells where the direction turns?
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

/// A character by its code.
pub(super) fn code(letter: char) -> String {
    format!("[U+{:04X}]", u32::from(letter))
}
