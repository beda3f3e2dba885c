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
        /// *Catégorie centrale*, or *thème central*: what the others are about.
        Core = "core",
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
        /// A word in a discussion between coders.
        Discussion = "discussion",
    }
    /// Which codes the coders of a round start from.
    CodeList {
        /// None: each makes their own (*codage ouvert*).
        #[default]
        None = "none",
        /// The study's list.
        Given = "list",
    }
    /// The unit in which two codings are compared.
    CodingUnit {
        /// A speaker's turn.
        #[default]
        Turn = "turn",
        /// A Unicode scalar.
        Character = "char",
        /// A maximal run without white space.
        Word = "word",
        /// A sentence.
        Sentence = "sentence",
        /// The whole interview.
        Document = "document",
    }
    /// The form in which a packet is given.
    PacketForm {
        /// A project file: blindness is sealed.
        #[default]
        Project = "project",
        /// Word files to comment on: blindness is declared.
        Docx = "docx",
    }
    /// How a code of one coder goes with a code of another.
    Match {
        /// They mean the same.
        #[default]
        Same = "same",
        /// The first is broader than the second.
        Broader = "broader",
        /// The first is narrower than the second.
        Narrower = "narrower",
        /// They share a part of their meaning.
        Overlaps = "overlaps",
        /// They do not go together; without a second code, the first goes with none.
        None = "none",
    }
    /// What tells two codings of one passage apart.
    Difference {
        /// Nothing: same code, same edges.
        #[default]
        Agreement = "agreement",
        /// The same code with other edges (*découpage différent*).
        OtherEdges = "other_edges",
        /// Another code, which stands beside the first in the tree.
        SiblingCode = "sibling_code",
        /// Another code.
        OtherCode = "other_code",
        /// Only the first coder coded it.
        OnlyFirst = "only_first",
        /// Only the second coder coded it.
        OnlySecond = "only_second",
    }
    /// What was decided of a difference.
    Verdict {
        /// As the first coder has it.
        #[default]
        First = "first",
        /// As the second coder has it.
        Second = "second",
        /// As both have it, side by side.
        Both = "both",
        /// Otherwise.
        Other = "other",
        /// Not coded.
        Neither = "neither",
    }
    /// Where a code comes from.
    CodeSource {
        /// Found in the interviews.
        #[default]
        Emergent = "emergent",
        /// From a reading grid, set before the interviews were read.
        APriori = "a_priori",
    }
    /// What a director says of a claim.
    Countersign {
        /// They agree.
        #[default]
        Agreed = "agreed",
        /// They refuse, with a reason.
        Refused = "refused",
    }
    /// The form of a property's dimension.
    DimensionForm {
        /// Two named poles with a range between them.
        #[default]
        Poles = "poles",
        /// Named values in an order.
        Ordered = "ordered",
    }
    /// What the analyst says of a category.
    Density {
        /// Nothing was said.
        #[default]
        Unsaid = "unsaid",
        /// *À étoffer*: it needs more interviews, or more work.
        ToDevelop = "to_develop",
        /// *Étoffée*: new passages add nothing to it.
        Dense = "dense",
    }
    /// What a passage says of a category or relation.
    Stance {
        /// It speaks for it.
        #[default]
        Supports = "supports",
        /// It speaks against it: a negative case.
        Contradicts = "contradicts",
    }
    /// The types of relation that every study has. `A type B` reads from the first end to the second.
    RelationSort {
        /// A opposes B; without direction.
        #[default]
        Opposes = "opposes",
        /// A is part of B.
        PartOf = "part_of",
        /// The more A, the more B.
        MoreMore = "more_more",
        /// The more A, the less B.
        MoreLess = "more_less",
        /// A is a causal condition of B.
        CausalCondition = "causal_condition",
        /// A is the context of B.
        Context = "context",
        /// A is an intervening condition of B.
        InterveningCondition = "intervening_condition",
        /// A is a strategy in the face of B.
        Strategy = "strategy",
        /// A is a consequence of B.
        Consequence = "consequence",
        /// A comes under the phenomenon B.
        Phenomenon = "phenomenon",
        /// A type that the team defined.
        Custom = "custom",
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

impl Level {
    /// How high the level stands: 0 for labels, 3 for the core category.
    #[must_use]
    pub fn height(self) -> usize {
        self as usize
    }

    /// True for categories and the core category (themes, in a thematic study).
    #[must_use]
    pub fn is_category(self) -> bool {
        self >= Level::Category
    }

    /// The level above; `None` above the core category.
    #[must_use]
    pub fn above(self) -> Option<Level> {
        Level::ALL.get(self.height() + 1).copied()
    }
}

impl RelationSort {
    /// The types that a novice meets first.
    pub const FIRST: &'static [RelationSort] =
        &[RelationSort::Opposes, RelationSort::PartOf, RelationSort::MoreMore, RelationSort::MoreLess];

    /// The paradigm model of Strauss and Corbin, the phenomenon in the middle.
    pub const PARADIGM: &'static [RelationSort] = &[
        RelationSort::CausalCondition,
        RelationSort::Context,
        RelationSort::InterveningCondition,
        RelationSort::Strategy,
        RelationSort::Consequence,
        RelationSort::Phenomenon,
    ];
}
