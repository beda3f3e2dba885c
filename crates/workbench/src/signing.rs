//! The signing key of a desk (Ed25519): made at first use, kept on the machine and never in a study.
//!
//! A signature says at which desk something was entered, not who sat there: a key that another member used
//! first is theirs, and what it signs for somebody else was typed in for them.

use crate::env::Env;
use crate::failure::Failure;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use model::study::{Claim, ClaimStanding, Seen, Visa};
use model::value::{ClaimFrozen, Countersign, Group, Kind, Signed, Value, VisaGiven};
use model::{Digest, RecordId};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// The signing key of a desk.
#[derive(Clone)]
pub struct DeskKey(SigningKey);

impl std::fmt::Debug for DeskKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DeskKey({})", self.public())
    }
}

impl DeskKey {
    /// The key of these secret bytes.
    #[must_use]
    pub fn of(secret: [u8; 32]) -> DeskKey {
        DeskKey(SigningKey::from_bytes(&secret))
    }

    /// The key in a file, which is made where there is none; only its owner may read it.
    ///
    /// # Errors
    /// When the file cannot be read or written, or holds no key.
    pub fn at(path: &Path, env: &mut Env) -> Result<DeskKey, Failure> {
        let failed = |source| Failure::File { path: path.to_owned(), source };
        match std::fs::read_to_string(path) {
            Ok(text) => {
                let wrong = || failed(std::io::Error::new(std::io::ErrorKind::InvalidData, "no signing key"));
                unhex(text.trim()).map(DeskKey::of).ok_or_else(wrong)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let secret = env.secret().map_err(|_| failed(std::io::Error::other("no chance")))?;
                write_secret(path, &hex(&secret)).map_err(failed)?;
                Ok(DeskKey::of(secret))
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// The public key, in hexadecimal.
    #[must_use]
    pub fn public(&self) -> String {
        hex(self.0.verifying_key().as_bytes())
    }

    /// Signs some words.
    #[must_use]
    pub fn sign(&self, words: &str) -> Signed {
        Signed { key: self.public(), signature: hex(&self.0.sign(words.as_bytes()).to_bytes()) }
    }
}

/// Beside others' files, and for nobody else to read: made under another name, then put in its place.
fn write_secret(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let written = write!(text, "{byte:02x}");
        debug_assert!(written.is_ok());
        text
    })
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// True where a mark is that of its key on these words.
#[must_use]
pub fn is_genuine(signed: &Signed, words: &str) -> bool {
    let key = unhex::<32>(&signed.key).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let signature = unhex::<64>(&signed.signature).map(|bytes| Signature::from_bytes(&bytes));
    match (key, signature) {
        (Some(key), Some(signature)) => key.verify(words.as_bytes(), &signature).is_ok(),
        _ => false,
    }
}

/// What a desk signs of a claim.
#[must_use]
pub fn claim_words(frozen: &ClaimFrozen) -> String {
    format!("{}\n{}\n", model::claim::HEADER, frozen.digest)
}

/// How a visa came into the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// By the director, at a desk of their own: it is signed.
    Signed,
    /// By the director, with another key than the first that they used: another machine, or somebody else.
    SignedElsewhere,
    /// By somebody else, or at the desk of somebody else: this member.
    TypedBy(RecordId),
    /// It bears no mark.
    Unsigned,
    /// Its mark is not that of its key: it was altered.
    Forged,
}

/// How a visa came into the study.
#[must_use]
pub fn entered(seen: &Seen<'_>, visa: &Visa<'_>) -> Entered {
    if visa.author != visa.director {
        return Entered::TypedBy(visa.author);
    }
    let Some(signed) = &visa.body.signed else { return Entered::Unsigned };
    if !is_genuine(signed, &model::claim::visa_lines(visa.body)) {
        return Entered::Forged;
    }
    let uses = uses(seen);
    match uses.iter().find(|one| one.key == signed.key).map(|one| one.member) {
        Some(owner) if owner != visa.director => Entered::TypedBy(owner),
        _ if uses.iter().find(|one| one.member == visa.director).is_some_and(|one| one.key != signed.key) => {
            Entered::SignedElsewhere
        }
        _ => Entered::Signed,
    }
}

impl Entered {
    /// True for what a director signed with a key of their own.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        matches!(self, Entered::Signed | Entered::SignedElsewhere)
    }
}

/// The visa of a director that counts on exactly this state of a claim, where the lens shows it, and how it came in:
/// the latest that they signed; where they signed none, the latest. What was altered counts for nothing, and what
/// somebody types in takes the place of no signature.
#[must_use]
pub fn visa_of<'a>(
    seen: &Seen<'a>,
    claim: RecordId,
    digest: Digest,
    director: RecordId,
) -> Option<(Visa<'a>, Entered)> {
    let director = seen.resolve(director);
    let of = |visa: &Visa<'_>| visa.director == director && visa.body.digest == digest;
    let known = seen.visas(claim).into_iter().filter(of).map(|visa| {
        let entered = entered(seen, &visa);
        (visa, entered)
    });
    known
        .filter(|(_, entered)| *entered != Entered::Forged)
        .max_by_key(|(visa, entered)| (entered.is_signed(), visa.stamp))
}

/// How far the visas of a claim are. What is still hidden is in all the same; an altered one is not.
#[must_use]
pub fn standing(seen: &Seen<'_>, claim: &Claim<'_>) -> ClaimStanding {
    let Some(frozen) = claim.frozen else { return ClaimStanding::Draft };
    let directors = seen.visas_in(claim);
    if directors.is_empty() {
        return ClaimStanding::Alone;
    }
    if directors.iter().any(|(_, given)| !given) {
        return ClaimStanding::Waiting;
    }
    let found = directors.iter().map(|(director, _)| visa_of(seen, claim.id, frozen.digest, *director));
    let found: Option<Vec<_>> = found.collect();
    match found {
        None => ClaimStanding::Waiting,
        Some(visas) if visas.iter().any(|(visa, _)| visa.body.verdict == Countersign::Refused) => {
            ClaimStanding::Refused
        }
        Some(_) => ClaimStanding::Complete,
    }
}

/// A key, and who used it.
struct Use<'a> {
    stamp: model::op::Stamp,
    key: &'a str,
    member: RecordId,
}

/// Every use of a key for a claim or a visa of one's own, in the order of history: whoever first used a key is
/// the one whose desk it is.
fn uses<'a>(seen: &Seen<'a>) -> Vec<Use<'a>> {
    let mut uses: Vec<Use<'a>> = Vec::new();
    for (_, record) in seen.records_of(Kind::Claim) {
        let register = record.register(Group::ClaimFrozen.into());
        for version in register.into_iter().flat_map(|register| register.versions()) {
            if let Some(Value::ClaimFrozen(body)) = &version.value
                && let Some(signed) = &body.signed
            {
                let member = seen.resolve(version.author);
                uses.push(Use { stamp: version.stamp, key: &signed.key, member });
            }
        }
    }
    for visa in seen.all_visas() {
        if let Some(signed) = &visa.body.signed {
            uses.push(Use { stamp: visa.stamp, key: &signed.key, member: visa.author });
        }
    }
    uses.sort_by_key(|one| one.stamp);
    uses
}

/// A visa with the mark of a desk.
#[must_use]
pub(crate) fn signed(mut visa: VisaGiven, key: Option<&DeskKey>) -> VisaGiven {
    visa.signed = key.map(|key| key.sign(&model::claim::visa_lines(&visa)));
    visa
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Timestamp;

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/desk.key");
        let mut env = Env::counted(3, Timestamp(0));
        let made = DeskKey::at(&path, &mut env).unwrap();
        assert_eq!(DeskKey::at(&path, &mut env).unwrap().public(), made.public());
        let other = DeskKey::at(&folder.path().join("other.key"), &mut Env::system()).unwrap();
        assert_ne!(other.public(), made.public());
        std::fs::write(&path, "zz").unwrap();
        assert!(DeskKey::at(&path, &mut env).is_err());
    }

    #[test]
    fn a_mark_is_genuine_for_its_words_and_no_others() {
        let key = DeskKey::of([7; 32]);
        let signed = key.sign("d'accord");
        assert!(is_genuine(&signed, "d'accord"));
        assert!(!is_genuine(&signed, "d'accord !"));
        let other = Signed { key: DeskKey::of([8; 32]).public(), ..signed.clone() };
        assert!(!is_genuine(&other, "d'accord"));
        assert!(!is_genuine(&Signed { signature: String::new(), ..signed }, "d'accord"));
    }
}
