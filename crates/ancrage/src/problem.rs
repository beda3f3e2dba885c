//! Why a command ends without having done what was asked.

/// What goes to standard error, and with which exit status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Refused or failed: status 1.
    Failed(String),
    /// Wrongly typed: status 2.
    Usage(String),
    /// Nobody reads the output any more: a quiet end.
    NobodyListens,
}

/// How a command ended that did what was asked, wholly or in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Everything: status 0.
    Done,
    /// Nothing of it, and the reasons were said one by one: status 1.
    Refused,
    /// Nothing: too little was typed, and the help was shown: status 2.
    Misused,
    /// Some of several files: status 3.
    Partly,
}

impl Ending {
    /// The exit status.
    pub fn status(self) -> u8 {
        match self {
            Ending::Done => 0,
            Ending::Refused => 1,
            Ending::Misused => 2,
            Ending::Partly => 3,
        }
    }
}
