//! The small choices that bodies hold.

use serde::{Deserialize, Serialize};

/// Declares the small choices, stored in snake case and named so in the command line's JSON.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
            pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant,)* }

            impl $name {
                /// Every choice, in order.
                pub const ALL: &'static [$name] = &[$($name::$variant,)*];

                /// The name in files and in the command line.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    match self { $($name::$variant => $text,)* }
                }

                /// The choice of that name.
                #[must_use]
                pub fn parse(text: &str) -> Option<$name> {
                    $name::ALL.iter().copied().find(|choice| choice.as_str() == text)
                }
            }
        )*
    };
}

choices! {
    /// The method that a study follows.
    Method {
        /// *Théorisation ancrée*: labels, properties, categories, a theory.
        #[default]
        Grounded = "grounded",
        /// *Analyse thématique*: codes, sub-themes, themes.
        Thematic = "thematic",
    }
    /// The language of the interviews.
    Language {
        /// French.
        #[default]
        French = "fr",
        /// English.
        English = "en",
    }
    /// A member's role.
    Role {
        /// The student whose thesis it is.
        #[default]
        Student = "student",
        /// Somebody who codes some interviews as well.
        Coder = "coder",
        /// A thesis director.
        Director = "director",
    }
    /// Whether something is part of the study.
    Inclusion {
        /// Part of it.
        #[default]
        Included = "included",
        /// Left out, with a reason.
        Excluded = "excluded",
        /// Withdrawn by the participant: the words are gone.
        Withdrawn = "withdrawn",
    }
    /// What values an attribute takes.
    AttributeKind {
        /// Any text.
        #[default]
        Text = "text",
        /// A number.
        Number = "number",
        /// A day.
        Date = "date",
        /// One of a list.
        Choice = "choice",
    }
    /// The role of a speaker.
    SpeakerRole {
        /// Somebody who is interviewed.
        #[default]
        Participant = "participant",
        /// The interviewer: never counted.
        Interviewer = "interviewer",
        /// Anybody else present.
        Other = "other",
    }
    /// The level of a code.
    Level {
        /// *Étiquette*, or *code* in a thematic study.
        #[default]
        Label = "label",
        /// *Propriété*, or *sous-thème*.
        Property = "property",
        /// *Catégorie*, or *thème*.
        Category = "category",
    }
    /// The layer of labelling.
    Layer {
        /// What the person lives (*étiquetage expérientiel*).
        #[default]
        Experiential = "experiential",
        /// What the passage is about (*étiquetage thématique*).
        Thematic = "thematic",
    }
    /// The sort of a memo.
    MemoKind {
        /// Any.
        #[default]
        Free = "free",
        /// About ideas and categories.
        Theoretical = "theoretical",
        /// About the method.
        Methodological = "methodological",
        /// About oneself as a researcher.
        Reflexive = "reflexive",
        /// Field notes.
        Field = "field",
    }
    /// How a revision came about.
    RevisionOrigin {
        /// Read from a file.
        #[default]
        Imported = "imported",
        /// Corrected by hand.
        Corrected = "corrected",
        /// Names masked.
        Masked = "masked",
        /// Read from a file again.
        Reimported = "reimported",
        /// Two corrections made apart, put together.
        Composed = "composed",
        /// Two interviews united.
        United = "united",
    }
}
