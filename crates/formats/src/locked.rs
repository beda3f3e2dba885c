//! Files locked with a passphrase, for the way between two people.
//!
//! A locked file is a line that says what it is, the parameters of the key derivation, a salt, a nonce, and
//! the bytes under XChaCha20-Poly1305 with a key from the passphrase by Argon2id. All that stands before the
//! bytes is authenticated with them: whatever is changed in the file, it does not open.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

/// How a locked file begins.
pub const HEAD: &[u8] = b"ancrage-locked/1\n";

const SALT: usize = 16;
const NONCE: usize = 24;
const BEFORE: usize = HEAD.len() + 12 + SALT + NONCE;

/// Memory in KiB, passes, lanes: the second recommendation of RFC 9106 for where memory is scarce.
const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// A file that asks for more is not one of ours: it would only exhaust the machine.
const MOST_MEMORY: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 64;

/// What only chance may give: each file needs its own.
#[derive(Debug, Clone, Copy)]
pub struct Chance {
    /// For the key.
    pub salt: [u8; SALT],
    /// For the cipher.
    pub nonce: [u8; NONCE],
}

/// Why a file could not be locked or unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// No passphrase was given.
    #[error("a passphrase is needed")]
    NoPassphrase,
    /// The file is not a locked one.
    #[error("not a locked file")]
    NotLocked,
    /// The passphrase is another, or the file was changed: nobody can tell these apart.
    #[error("another passphrase, or a changed file")]
    Refused,
    /// The file is larger than the cipher takes, or there is no memory for the key.
    #[error("it cannot be locked here")]
    Impossible,
}

/// True when a file begins as a locked one does.
#[must_use]
pub fn is_locked(beginning: &[u8]) -> bool {
    beginning.starts_with(HEAD)
}

/// Locks bytes with a passphrase.
///
/// # Errors
/// [`LockError::NoPassphrase`] for an empty one; [`LockError::Impossible`] without memory for the key.
pub fn lock(bytes: &[u8], passphrase: &str, chance: &Chance) -> Result<Vec<u8>, LockError> {
    let mut out = Vec::with_capacity(bytes.len() + BEFORE + 16);
    out.extend_from_slice(HEAD);
    for number in [MEMORY, PASSES, LANES] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(&chance.salt);
    out.extend_from_slice(&chance.nonce);
    let key = key(passphrase, &chance.salt, [MEMORY, PASSES, LANES])?;
    let cipher = XChaCha20Poly1305::new(&key);
    let payload = Payload { msg: bytes, aad: &out };
    let sealed = cipher.encrypt(&XNonce::from(chance.nonce), payload).map_err(|_| LockError::Impossible)?;
    out.extend_from_slice(&sealed);
    Ok(out)
}

/// Unlocks a file.
///
/// # Errors
/// [`LockError::NotLocked`] where it is none; [`LockError::Refused`] with another passphrase, or where the
/// file was changed.
pub fn unlock(file: &[u8], passphrase: &str) -> Result<Vec<u8>, LockError> {
    let (before, sealed) = file.split_at_checked(BEFORE).ok_or(LockError::NotLocked)?;
    if !is_locked(before) {
        return Err(LockError::NotLocked);
    }
    let number = |at: usize| {
        let from = HEAD.len() + 4 * at;
        before.get(from..from + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
    };
    let costs = [number(0), number(1), number(2)];
    if costs[0] > MOST_MEMORY || costs[1] > MOST_PASSES {
        return Err(LockError::NotLocked);
    }
    let (salt, nonce) = before[HEAD.len() + 12..].split_at(SALT);
    let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| LockError::NotLocked)?;
    let cipher = XChaCha20Poly1305::new(&key(passphrase, salt, costs)?);
    let payload = Payload { msg: sealed, aad: before };
    cipher.decrypt(&XNonce::from(nonce), payload).map_err(|_| LockError::Refused)
}

fn key(passphrase: &str, salt: &[u8], [memory, passes, lanes]: [u32; 3]) -> Result<Key, LockError> {
    if passphrase.is_empty() {
        return Err(LockError::NoPassphrase);
    }
    let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| LockError::NotLocked)?;
    let mut key = [0; 32];
    let derived = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
        passphrase.as_bytes(),
        salt,
        &mut key,
    );
    derived.map_err(|_| LockError::Impossible)?;
    Ok(Key::from(key))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test that meets the unexpected has found a fault

    use super::*;

    const CHANCE: Chance = Chance { salt: [3; SALT], nonce: [5; NONCE] };

    #[test]
    fn what_is_locked_opens_with_its_passphrase_only() {
        let words = "Je dors mal depuis mars. ".repeat(40);
        let locked = lock(words.as_bytes(), "sept cailloux bleus", &CHANCE).unwrap();
        assert!(is_locked(&locked));
        assert!(!locked.windows(7).any(|window| window == b"dors ma"));
        assert_eq!(unlock(&locked, "sept cailloux bleus").unwrap(), words.as_bytes());
        assert_eq!(unlock(&locked, "sept cailloux verts"), Err(LockError::Refused));
        assert_eq!(lock(b"x", "", &CHANCE), Err(LockError::NoPassphrase));
    }

    #[test]
    fn a_byte_changed_anywhere_is_refused() {
        let locked = lock(b"bonjour", "mot", &CHANCE).unwrap();
        for at in [0, HEAD.len() + 13, HEAD.len() + 30, BEFORE, locked.len() - 1] {
            let mut changed = locked.clone();
            changed[at] ^= 1;
            assert!(unlock(&changed, "mot").is_err(), "byte {at}");
        }
        assert_eq!(unlock(&locked[..20], "mot"), Err(LockError::NotLocked));
        assert_eq!(unlock(b"SQLite format 3", "mot"), Err(LockError::NotLocked));
    }

    #[test]
    fn a_file_that_asks_for_too_much_is_refused_at_once() {
        let mut locked = lock(b"bonjour", "mot", &CHANCE).unwrap();
        locked[HEAD.len()..HEAD.len() + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(unlock(&locked, "mot"), Err(LockError::NotLocked));
    }
}
