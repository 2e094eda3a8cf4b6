//! Signed heads: what a hub says of a log at one size, so that it cannot say otherwise later.
//!
//! A head is a C2SP checkpoint, which is a signed note of three lines: the origin, the size, the root; a fourth one, an
//! extension, says when it was signed. The key's name and the origin are the same, and end with the organization, so that
//! no head of one log is taken for another's.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::key::VerifierKey;
use super::tree::TreeHash;

/// The most that is read as a note, in bytes.
const MAX_NOTE: usize = 64 * 1024;

/// What was signed of a log at one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedHead {
    /// How many records it is of.
    pub size: u64,
    /// The root of the tree over them.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub root: TreeHash,
    /// When it was signed.
    pub made_at: DateTime<Utc>,
    /// The key that it can be checked with, as a C2SP verifier key. Trust only a key that you know from elsewhere.
    pub vkey: String,
    /// The head as a C2SP checkpoint, signature and all.
    pub note: String,
}

/// The lines that are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// How many records.
    pub size: u64,
    /// The root over them.
    pub root: TreeHash,
    /// When it was signed, where it says so.
    pub made_at: Option<DateTime<Utc>>,
}

/// What the line begins with that says when a head was signed.
const MADE_AT: &str = "made_at ";

/// What is wrong with a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    /// It is not a checkpoint, or not a note at all.
    #[error("it is not a checkpoint")]
    Malformed,
    /// None of its signatures is by a key that is known.
    #[error("it is signed by no key that is known")]
    UnknownKey,
    /// A signature by a known key does not fit.
    #[error("its signature is wrong")]
    BadSignature,
}

impl fmt::Display for Checkpoint {
    /// The text that is signed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, STANDARD.encode(self.root.0))?;
        let made_at = self.made_at.map(|at| at.to_rfc3339_opts(SecondsFormat::Micros, true));
        made_at.map_or(Ok(()), |at| writeln!(f, "{MADE_AT}{at}"))
    }
}

impl FromStr for Checkpoint {
    type Err = NoteFault;

    fn from_str(text: &str) -> Result<Self, NoteFault> {
        let mut lines = text.strip_suffix('\n').ok_or(NoteFault::Malformed)?.split('\n');
        let mut line = || lines.next().filter(|line| !line.is_empty()).ok_or(NoteFault::Malformed);
        let (origin, size, root) = (line()?.to_owned(), line()?, line()?);
        let number: u64 = size.parse().map_err(|_| NoteFault::Malformed)?;
        let root = STANDARD.decode(root).ok().and_then(|bytes| bytes.try_into().ok());
        let root = TreeHash(root.ok_or(NoteFault::Malformed)?);
        let extensions: Vec<_> = lines.collect();
        let made_at = extensions.iter().find_map(|line| line.strip_prefix(MADE_AT)?.parse().ok());
        // No sign and no leading zero; what other lines hold is for others to read.
        let plain = number.to_string() == size && !extensions.contains(&"");
        if plain { Ok(Self { origin, size: number, root, made_at }) } else { Err(NoteFault::Malformed) }
    }
}

impl Checkpoint {
    /// Reads a signed note, and believes it only where one of these keys signed it under the name of the log.
    ///
    /// # Errors
    /// A signature of a known key that does not fit spoils the whole note; those of unknown keys are passed over.
    pub fn open(note: &str, keys: &[VerifierKey]) -> Result<Self, NoteFault> {
        let (text, names) = believed(note, keys)?;
        let checkpoint: Self = text.parse()?;
        if names.contains(&checkpoint.origin.as_str()) { Ok(checkpoint) } else { Err(NoteFault::UnknownKey) }
    }
}

impl SignedHead {
    /// Opens the note, and holds what stands beside it to it.
    ///
    /// # Errors
    /// As [`Checkpoint::open`]; `Malformed` where what stands beside it is not the note's.
    pub fn open(&self, keys: &[VerifierKey]) -> Result<Checkpoint, NoteFault> {
        let checkpoint = Checkpoint::open(&self.note, keys)?;
        let same = checkpoint.size == self.size
            && checkpoint.root == self.root
            && checkpoint.made_at == Some(self.made_at)
            && keys.iter().any(|key| key.name() == checkpoint.origin && key.to_string() == self.vkey);
        if same { Ok(checkpoint) } else { Err(NoteFault::Malformed) }
    }
}

/// The text of a note, and the names of those of these keys that signed it.
///
/// # Errors
/// `BadSignature` where a signature of one of the keys does not fit; `Malformed` where it is no note.
pub(super) fn believed<'n>(
    note: &'n str,
    keys: &[VerifierKey],
) -> Result<(&'n str, Vec<&'n str>), NoteFault> {
    let (text, signatures) = split(note)?;
    let mut names = Vec::new();
    for (name, id, signature) in signatures {
        for key in keys.iter().filter(|key| key.name() == name && key.id() == id) {
            if !key.verifies(text.as_bytes(), &signature) {
                return Err(NoteFault::BadSignature);
            }
            names.push(name);
        }
    }
    Ok((text, names))
}

/// A signature line: the key's name and id, and the signature.
type Signature<'n> = (&'n str, [u8; 4], Vec<u8>);

/// The text of a note, with its last newline, and its signatures.
fn split(note: &str) -> Result<(&str, Vec<Signature<'_>>), NoteFault> {
    let control = |c: char| c < ' ' && c != '\n';
    if note.len() > MAX_NOTE || note.contains(control) || !note.ends_with('\n') {
        return Err(NoteFault::Malformed);
    }
    let end = note.rfind("\n\n").ok_or(NoteFault::Malformed)?;
    let (text, signatures) = (&note[..=end], &note[end + 2..]);
    let signatures: Vec<_> =
        signatures.lines().map(signature).collect::<Option<_>>().ok_or(NoteFault::Malformed)?;
    if signatures.is_empty() { Err(NoteFault::Malformed) } else { Ok((text, signatures)) }
}

fn signature(line: &str) -> Option<Signature<'_>> {
    let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = STANDARD.decode(encoded).ok()?;
    let (id, signature) = bytes.split_first_chunk()?;
    (!name.is_empty()).then(|| (name, *id, signature.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::HeadSigner;
    use crate::organization::OrganizationId;

    fn signer(seed: u8) -> HeadSigner {
        HeadSigner::new("hub.example.org", &[seed; 32]).unwrap()
    }

    fn signed(signer: &HeadSigner, organization: OrganizationId) -> SignedHead {
        signer.sign(organization, 1234, TreeHash::of_leaf(b"x"), DateTime::UNIX_EPOCH)
    }

    #[test]
    fn a_head_is_a_checkpoint_with_its_time_and_a_signature() {
        let organization = OrganizationId::new();
        let head = signed(&signer(1), organization);
        let root = STANDARD.encode(head.root.0);
        let name = format!("hub.example.org/{organization}");
        let start = format!("{name}\n1234\n{root}\nmade_at 1970-01-01T00:00:00.000000Z\n\n— {name} ");
        assert!(head.note.starts_with(&start), "{}", head.note);
        assert_eq!(head.note.lines().count(), 6);
        assert_eq!(head.open(&[head.vkey.parse().unwrap()]).unwrap().size, 1234);
    }

    #[test]
    fn a_head_is_believed_only_by_who_has_its_key() {
        let organization = OrganizationId::new();
        let (old, new, other) = (signer(1), signer(2).after(&[1; 32]), signer(3));
        let head = signed(&old, organization);
        assert!(head.open(&new.keys(organization)).is_ok(), "a former key");
        assert_eq!(head.open(&other.keys(organization)), Err(NoteFault::UnknownKey));
        assert_eq!(head.open(&old.keys(OrganizationId::new())), Err(NoteFault::UnknownKey), "another log's");
        assert_eq!(head.open(&[]), Err(NoteFault::UnknownKey));
    }

    #[test]
    fn a_head_of_which_a_character_is_changed_is_refused() {
        let organization = OrganizationId::new();
        let head = signed(&signer(1), organization);
        let keys = signer(1).keys(organization);
        for (place, character) in head.note.char_indices().filter(|(_, c)| c.is_ascii()) {
            for other in ['0', 'A', '\n', ' '].into_iter().filter(|other| *other != character) {
                let mut note = head.note.clone();
                note.replace_range(place..=place, other.encode_utf8(&mut [0; 4]));
                let changed = SignedHead { note, ..head.clone() };
                assert!(changed.open(&keys).is_err(), "{}", changed.note);
            }
        }
        for other in [
            SignedHead { size: 1235, ..head.clone() },
            SignedHead { root: TreeHash::of_nothing(), ..head.clone() },
            SignedHead { made_at: head.made_at + chrono::TimeDelta::microseconds(1), ..head.clone() },
            SignedHead { vkey: signer(2).keys(organization)[0].to_string(), ..head.clone() },
        ] {
            assert_eq!(other.open(&keys), Err(NoteFault::Malformed));
        }
    }

    #[test]
    fn signatures_of_others_do_not_matter() {
        let organization = OrganizationId::new();
        let head = signed(&signer(1), organization);
        let keys = signer(1).keys(organization);
        let cosigned = format!("{}— witness.example.org AAAAAAAA\n", head.note);
        assert!(Checkpoint::open(&cosigned, &keys).is_ok());
        let stranger = signed(&signer(2), organization).note;
        let line = stranger.lines().last().unwrap();
        assert!(Checkpoint::open(&format!("{}{line}\n", head.note), &keys).is_ok());
        assert_eq!(Checkpoint::open(&stranger, &keys), Err(NoteFault::UnknownKey));
    }

    #[test]
    fn what_is_no_checkpoint_is_refused() {
        let root = STANDARD.encode([7; 32]);
        let good = format!("origin\n12\n{root}\n");
        assert_eq!(good.parse::<Checkpoint>().unwrap().to_string(), good);
        assert!(format!("{good}more\n").parse::<Checkpoint>().is_ok(), "an extension line");
        for wrong in [
            String::new(),
            good[..good.len() - 1].to_owned(),
            format!("\n12\n{root}\n"),
            format!("origin\n012\n{root}\n"),
            format!("origin\n+12\n{root}\n"),
            format!("origin\n-1\n{root}\n"),
            format!("origin\n12\n{}\n", STANDARD.encode([7; 31])),
            format!("origin\n12\n\n{root}\n"),
            format!("{good}\n"),
        ] {
            assert_eq!(wrong.parse::<Checkpoint>(), Err(NoteFault::Malformed), "{wrong:?}");
        }
    }
}
