//! The backups of a study.

/// The backups, the latest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BackupsView {
    /// The backups.
    pub list: Vec<BackupView>,
    /// What the one that was looked at holds: its name among the others, and what to read.
    pub preview: Option<(String, Vec<String>)>,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupView {
    /// Names it among the others.
    pub id: String,
    /// When it was made: `22/11/2026 à 9 h 05`.
    pub when: String,
    /// What for, how many codings, how large.
    pub details: String,
}
