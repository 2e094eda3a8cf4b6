//! Messages and formats beside what lies below them: `cargo bench -p agenthub-benches --bench i18n`.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use agenthub_i18n::{Formats, Language, Localizer, Style, args, format_date, format_number, languages};
use chrono::NaiveDate;
use fixed_decimal::Decimal;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use icu::datetime::{DateTimeFormatter, fieldsets::YMD};
use icu::decimal::DecimalFormatter;
use icu::locale::locale;

const ROUNDS: u32 = 500;
const CALLS: u32 = 1_000;

/// What both sides say, so that neither has an easier text.
const TEXTS: &str = "
user-welcome = Willkommen, { $name }!
tasks = { $count ->
    [one] Eine Aufgabe für { $name }
   *[other] Viele Aufgaben für { $name }
 }
";

fn main() -> Result<(), Box<dyn Error>> {
    println!("{:<46} {:>9} {:>9} {:>7} {:>6}", "", "ours", "floor", "ratio", "aim");
    messages()?;
    numbers()?;
    dates()?;
    loading()?;
    Ok(())
}

/// The floor is a bundle of Fluent, with the arguments that it takes.
fn messages() -> Result<(), Box<dyn Error>> {
    let localizer = Localizer::builder().text("de", "bench.ftl", TEXTS).fallback("de").build()?;
    let language: Language = "de".parse()?;
    let mut bundle = FluentBundle::new_concurrent(vec!["de".parse()?]);
    let resource = FluentResource::try_new(TEXTS.to_owned()).map_err(|(_, faults)| format!("{faults:?}"))?;
    bundle.add_resource(resource).map_err(|faults| format!("{faults:?}"))?;
    let bare = |id: &str, args: FluentArgs<'_>| {
        let mut errors = Vec::new();
        let pattern = bundle.get_message(id).and_then(|message| message.value());
        pattern.map(|pattern| bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    };
    compare(
        "translate, one text argument",
        0.8,
        || localizer.translate(black_box("user.welcome"), &language, args! { name: "Ana" }),
        || {
            let mut args = FluentArgs::new();
            args.set("name", "Ana");
            bare(black_box("user-welcome"), args)
        },
    );
    compare(
        "translate, plural form and text argument",
        0.8,
        || localizer.translate(black_box("tasks"), &language, args! { name: "Ana", count: 3 }),
        || {
            let mut args = FluentArgs::new();
            args.set("name", "Ana");
            args.set("count", 3);
            bare(black_box("tasks"), args)
        },
    );
    Ok(())
}

/// The floor is a formatter of ICU4X that is kept; both sides get the amount as a program has it.
fn numbers() -> Result<(), Box<dyn Error>> {
    let kept = DecimalFormatter::try_new(locale!("de").into(), Default::default())?;
    let formats = Formats::of("de");
    let amount = rust_decimal::Decimal::new(123_456_789, 2);
    let floor = || {
        let amount = black_box(amount);
        let mut decimal = Decimal::from(amount.mantissa());
        decimal.absolute.multiply_pow10(-(amount.scale() as i16));
        kept.format_to_string(&decimal)
    };
    compare("decimal number, formats held", 0.7, || formats.number(black_box(amount)), floor);
    compare("decimal number, by language", 0.7, || format_number(black_box(amount), "de"), floor);
    let floor = || kept.format_to_string(&Decimal::from(black_box(1_234_567)));
    compare("whole number, formats held", 0.7, || formats.number(black_box(1_234_567)), floor);
    compare("whole number, by language", 0.7, || format_number(black_box(1_234_567), "de"), floor);
    Ok(())
}

fn dates() -> Result<(), Box<dyn Error>> {
    let kept = DateTimeFormatter::try_new(locale!("de").into(), YMD::long())?;
    let date = NaiveDate::from_ymd_opt(2026, 11, 20).ok_or("no such date")?;
    let formats = Formats::of("de");
    let floor = || kept.format(black_box(&date)).to_string();
    compare("date, formats held", 0.7, || formats.date(black_box(date), Style::Long), floor);
    compare("date, by language", 0.7, || format_date(black_box(date), "de", Style::Long), floor);
    Ok(())
}

/// What it costs to have all languages.
fn loading() -> Result<(), Box<dyn Error>> {
    const COPIES: u32 = 20;
    let (before, started) = (resident()?, Instant::now());
    let loaded: Vec<Localizer> = (0..COPIES)
        .map(|_| Localizer::builder().languages(languages::ALL).build())
        .collect::<Result<_, _>>()?;
    let (time, memory) = (started.elapsed() / COPIES, (resident()? - before) / u64::from(COPIES));
    let messages = loaded.first().map_or(0, |localizer| localizer.keys().len());
    println!("ten languages of {messages} messages: loaded in {time:.1?}, {} kB each", memory / 1000);
    Ok(())
}

/// Bytes of memory that this process holds.
fn resident() -> Result<u64, Box<dyn Error>> {
    let pages = fs::read_to_string("/proc/self/statm")?;
    Ok(pages.split(' ').nth(1).ok_or("statm has no second number")?.parse::<u64>()? * 4096)
}

/// The best of some rounds, taken in turns, so that a disturbance hits both.
fn compare<A, B>(name: &str, aim: f64, ours: impl Fn() -> A, floor: impl Fn() -> B) {
    let mut best = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        best[0] = best[0].min(round(&ours));
        best[1] = best[1].min(round(&floor));
    }
    let [ours, floor] = best.map(|time| time.as_nanos() as f64 / f64::from(CALLS));
    println!("{name:<46} {ours:>6.0} ns {floor:>6.0} ns {:>7.2} {aim:>6}", floor / ours);
}

fn round<T>(call: &impl Fn() -> T) -> Duration {
    let started = Instant::now();
    for _ in 0..CALLS {
        black_box(call());
    }
    started.elapsed()
}
