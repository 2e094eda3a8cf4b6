//! Writes a constant for each language, and a function for each message of the English files.

#[path = "src/catalog/facts.rs"]
#[expect(unreachable_pub, reason = "it is public there, in the crate")]
mod facts;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use facts::Kind;
use fluent_syntax::ast;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=src/catalog/facts.rs");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("locales");
    fs::write(out.join("languages.rs"), languages(&locales)?)?;
    fs::write(out.join("messages.rs"), messages(&locales.join("en"))?)?;
    Ok(())
}

fn sorted(directory: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths =
        fs::read_dir(directory)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn languages(locales: &Path) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    let mut all = Vec::new();
    for directory in sorted(locales)? {
        let tag = name(&directory);
        let constant = tag.to_uppercase().replace('-', "_");
        writeln!(code, "/// The messages in `{tag}`.")?;
        writeln!(code, "pub static {constant}: Embedded = Embedded {{ tag: {tag:?}, files: &[")?;
        for file in sorted(&directory)? {
            let short = format!("locales/{tag}/{}", name(&file));
            writeln!(code, "    ({short:?}, include_str!({:?})),", file.display().to_string())?;
        }
        writeln!(code, "] }};")?;
        all.push(format!("&{constant}"));
    }
    writeln!(code, "/// All languages of this crate.")?;
    writeln!(code, "pub static ALL: [&Embedded; {}] = [{}];", all.len(), all.join(", "))?;
    Ok(code)
}

fn messages(english: &Path) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    for path in sorted(english)? {
        let text = fs::read_to_string(&path)?;
        let resource = fluent_syntax::parser::parse(text.as_str())
            .map_err(|(_, faults)| format!("{}: {}", path.display(), faults[0]))?;
        for entry in &resource.body {
            if let ast::Entry::Message(message) = entry {
                function(&mut code, message, &text)?;
            }
        }
    }
    Ok(code)
}

/// Writes the function for a message; its documentation is the English text.
fn function(code: &mut String, message: &ast::Message<&str>, text: &str) -> Result<(), Box<dyn Error>> {
    let id = message.id.name;
    let mut arguments: BTreeMap<String, Kind> = BTreeMap::new();
    let attributes = message.attributes.iter().map(|attribute| &attribute.value);
    for pattern in message.value.iter().chain(attributes) {
        for (name, kind) in facts::facts(pattern).arguments {
            let known = arguments.entry(name).or_insert(kind);
            *known = kind.max(*known);
        }
    }
    let start = id.as_ptr() as usize - text.as_ptr() as usize;
    let line = text[start..].lines().next().unwrap_or_default();
    writeln!(code, "/// `{}`", line.replace('`', "'"))?;
    writeln!(code, "#[must_use]")?;
    let lifetime = if arguments.is_empty() { "" } else { "<'a>" };
    let result = if arguments.is_empty() { "'static" } else { "'a" };
    let parameters = arguments.iter().map(|(name, kind)| match kind {
        Kind::Text => format!("{name}: impl Into<crate::Value<'a>>"),
        Kind::Number => format!("{name}: impl Into<crate::Number>"),
        Kind::Date => format!("{name}: impl Into<crate::Moment>"),
    });
    let parameters: Vec<String> = parameters.collect();
    let function = id.replace('-', "_");
    writeln!(code, "pub fn {function}{lifetime}({}) -> Message<{result}> {{", parameters.join(", "))?;
    write!(code, "    let args = crate::Args::new()")?;
    for (name, kind) in &arguments {
        match kind {
            Kind::Text => write!(code, ".with({name:?}, {name})")?,
            Kind::Number => write!(code, ".with({name:?}, crate::Value::Number({name}.into()))")?,
            Kind::Date => write!(code, ".with({name:?}, crate::Value::DateTime({name}.into()))")?,
        }
    }
    writeln!(code, ";\n    Message {{ id: {id:?}, attribute: None, args }}\n}}")?;
    Ok(())
}
