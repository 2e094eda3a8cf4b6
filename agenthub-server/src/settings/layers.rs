//! The sources of settings, one over the other: file, `.env`, environment, command line.

use std::fmt;
use std::path::Path;

use super::{SETTINGS, Setting, Settings};

/// What every source says, least first.
#[derive(Default)]
pub struct Sources {
    /// The name and the text of the settings file, where there is one.
    pub file: Option<(String, String)>,
    /// The variables of the `.env` file.
    pub dotenv: Vec<(String, String)>,
    /// The variables of the environment.
    pub environment: Vec<(String, String)>,
    /// Settings of the command line, by [`Setting::key`].
    pub flags: Vec<(&'static str, String)>,
}

/// Everything that is wrong with the settings, each with its place.
#[derive(Debug)]
pub struct SettingsError {
    /// One sentence for each fault.
    pub faults: Vec<String>,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the settings are wrong:")?;
        self.faults.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}

impl std::error::Error for SettingsError {}

impl Sources {
    /// Reads the file named `path`, or `agenthub.toml` where that exists.
    ///
    /// # Errors
    /// The file cannot be read; one that was named must exist.
    pub fn read_file(&mut self, path: Option<&str>) -> Result<(), SettingsError> {
        let name = path.unwrap_or("agenthub.toml");
        match std::fs::read_to_string(Path::new(name)) {
            Ok(text) => self.file = Some((name.to_owned(), text)),
            Err(error) if path.is_none() && error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => {
                return Err(SettingsError { faults: vec![format!("{name}: cannot be read: {error}")] });
            }
        }
        Ok(())
    }

    /// Reads `.env` in the present directory, where it exists.
    ///
    /// # Errors
    /// A line of it makes no sense.
    pub fn read_dotenv(&mut self) -> Result<(), SettingsError> {
        let Ok(lines) = dotenvy::from_filename_iter(".env") else { return Ok(()) };
        for line in lines {
            let line = line.map_err(|error| SettingsError { faults: vec![format!(".env: {error}")] })?;
            self.dotenv.push(line);
        }
        Ok(())
    }

    /// The settings that come of all sources together.
    ///
    /// # Errors
    /// Every value that is not taken and every key that is unknown, with its source and what would be taken.
    pub fn settle(&self) -> Result<Settings, SettingsError> {
        let mut layers = Layers { settings: Settings::default(), faults: Vec::new() };
        if let Some((name, text)) = &self.file {
            layers.file(name, text);
        }
        layers.variables(&self.dotenv, ".env: ");
        layers.variables(&self.environment, "environment: ");
        for (key, text) in &self.flags {
            if let Some(setting) = Setting::named(key) {
                layers.apply(setting, text, &format!("--{}", setting.flag()));
            }
        }
        let Layers { settings, faults } = layers;
        if faults.is_empty() { Ok(settings) } else { Err(SettingsError { faults }) }
    }
}

struct Layers {
    settings: Settings,
    faults: Vec<String>,
}

impl Layers {
    fn file(&mut self, name: &str, text: &str) {
        let table: toml::Table = match text.parse() {
            Ok(table) => table,
            Err(error) => return self.faults.push(format!("{name}: is not TOML: {error}")),
        };
        for (key, value) in table {
            match Setting::named(&key) {
                Some(setting) => self.apply(setting, &plain(&value), &format!("{name}: {key}")),
                None => self.faults.push(format!("{name}: {key} is unknown; known are {}", known())),
            }
        }
    }

    /// Variables of other programs stand here too, so an unknown one is no fault.
    fn variables(&mut self, variables: &[(String, String)], source: &str) {
        let find = |name: &str| variables.iter().find(|(key, _)| key == name);
        for setting in SETTINGS {
            let found = find(&setting.variable()).or_else(|| setting.also.and_then(find));
            if let Some((name, text)) = found {
                self.apply(setting, text, &format!("{source}{name}"));
            }
        }
    }

    fn apply(&mut self, setting: &Setting, text: &str, place: &str) {
        if (setting.set)(&mut self.settings, text).is_none() {
            let shown = if setting.secret { "what it says".to_owned() } else { format!("{text:?}") };
            self.faults.push(format!("{place}: {shown} is not taken; it takes {}", setting.accepts));
        }
    }
}

/// A value of the file as the one text that every source has.
fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        toml::Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

fn known() -> String {
    SETTINGS.iter().map(|setting| setting.key).collect::<Vec<_>>().join(", ")
}
