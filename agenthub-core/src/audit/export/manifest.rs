//! What is said of an export, and signed: enough to check its file without the log.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{AuditExport, AuditExportId, ExportRequest, ExportedFile};
use crate::audit::canonical::canonical_json;
use crate::audit::head::believed;
use crate::audit::{Actor, HeadSigner, NoteFault, SignedHead, TreeHash, VerifierKey};
use crate::error::{Error, Result};
use crate::organization::OrganizationId;

/// The first line of the note, so that it is taken for nothing else.
const KIND: &str = "agenthub audit export 1";

/// What is said of an export, and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportManifest {
    /// Whose log it is of.
    pub organization_id: OrganizationId,
    /// The export.
    pub export_id: AuditExportId,
    /// What was wanted.
    #[serde(flatten)]
    pub request: ExportRequest,
    /// Who asked for it.
    pub created_by: Actor,
    /// When.
    pub created_at: DateTime<Utc>,
    /// How many records the file has.
    pub records: u64,
    /// The sequence number of the first one.
    pub first: Option<u64>,
    /// The sequence number of the last one.
    pub last: Option<u64>,
    /// The file.
    pub file: ExportedFile,
    /// The head of the log that it covers.
    pub head: SignedHead,
    /// What stands in the log and not in the file. Left out where that is too much, and with files for people: then the
    /// signature on this manifest says alone that the file is complete.
    pub gaps: Option<Vec<Gap>>,
    /// The file's records by parts, each with a hash: so many that a change is found in few records.
    pub sections: Vec<Section>,
    /// The key that signed, as a C2SP verifier key. Trust only a key that you know from elsewhere.
    pub vkey: String,
    /// The signed note: it names the log, the export, and the hash of everything above.
    pub note: String,
}

/// Records of the log that are not in the file, and the hashes that stand in their place in the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gap {
    /// The sequence number of the first one.
    pub from: u64,
    /// The one behind the last.
    pub to: u64,
    /// The roots of the fewest perfect subtrees over just these leaves, from left to right.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub hashes: Vec<TreeHash>,
}

/// Some records of the file that follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Section {
    /// The sequence number of the first one.
    pub first: u64,
    /// The sequence number of the last one.
    pub last: u64,
    /// How many there are.
    pub records: u64,
    /// SHA-256 over their leaf hashes, one behind the other.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub sha256: TreeHash,
}

impl ExportManifest {
    /// A manifest that is not signed yet.
    pub(super) fn of(
        organization_id: OrganizationId,
        export: &AuditExport,
        head: SignedHead,
        file: ExportedFile,
    ) -> Self {
        Self {
            organization_id,
            export_id: export.id,
            request: export.request.clone(),
            created_by: export.created_by.clone(),
            created_at: export.created_at,
            records: export.state.progress.records,
            first: None,
            last: None,
            file,
            head,
            gaps: None,
            sections: Vec::new(),
            vkey: String::new(),
            note: String::new(),
        }
    }

    /// The same, signed.
    ///
    /// # Errors
    /// `internal` where it does not serialize, which every manifest does.
    pub(super) fn signed_by(mut self, signer: &HeadSigner) -> Result<Self> {
        let key = signer.public_key(self.organization_id);
        self.vkey = key.to_string();
        let digest = self.digest().map_err(|error| Error::internal("a manifest").source(error))?;
        self.note = signer.sign_text(self.organization_id, &self.text(key.name(), &digest));
        Ok(self)
    }

    /// Is it one of an organization's log, signed by one of these keys?
    ///
    /// # Errors
    /// `UnknownKey` where none of the keys signed it, `BadSignature` where one did not sign this, `Malformed` where the
    /// note is of something else.
    pub fn check(&self, keys: &[VerifierKey]) -> Result<(), NoteFault> {
        let ours = format!("/{}", self.organization_id);
        let keys: Vec<_> = keys.iter().filter(|key| key.name().ends_with(&ours)).cloned().collect();
        let (text, names) = believed(&self.note, &keys)?;
        let digest = self.digest().map_err(|_| NoteFault::Malformed)?;
        match names.as_slice() {
            [] => Err(NoteFault::UnknownKey),
            names if names.iter().any(|name| self.text(name, &digest) == text) => Ok(()),
            _ => Err(NoteFault::Malformed),
        }
    }

    /// What is signed.
    fn text(&self, log: &str, digest: &[u8; 32]) -> String {
        format!("{KIND}\n{log}\n{}\n{}\n", self.export_id, STANDARD.encode(digest))
    }

    /// SHA-256 over everything but the note, as JSON with sorted keys and no spaces.
    fn digest(&self) -> serde_json::Result<[u8; 32]> {
        let mut value = serde_json::to_value(self)?;
        if let Some(fields) = value.as_object_mut() {
            fields.remove("note");
        }
        Ok(Sha256::digest(canonical_json(&value)).into())
    }
}
