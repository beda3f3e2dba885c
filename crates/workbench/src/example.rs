//! The files of the example study, inside the program.

pub(crate) const GUIDE_TITLE: &str = "Guide d’entretien";
pub(crate) const GUIDE: &[u8] = include_bytes!("../../../fixtures/interviews/guide.md");
pub(crate) const CODEBOOK: &[u8] = include_bytes!("../../../fixtures/codebook.csv");
pub(crate) const CODINGS: &[u8] = include_bytes!("../../../fixtures/codings.csv");
pub(crate) const QUESTION: &str = "Que vivent les étudiants en médecine générale, en stage, quand un patient renonce à un soin en zone rurale ?";
pub(crate) const PARTICIPANTS: &[u8] = include_bytes!("../../../fixtures/participants.csv");
pub(crate) const INTERVIEWS: &[(&str, &[u8])] = &[
    ("EMG 1.docx", include_bytes!("../../../fixtures/interviews/EMG 1.docx")),
    ("EMG 2.docx", include_bytes!("../../../fixtures/interviews/EMG 2.docx")),
    ("EMG 3.docx", include_bytes!("../../../fixtures/interviews/EMG 3.docx")),
    ("EMG 4.docx", include_bytes!("../../../fixtures/interviews/EMG 4.docx")),
    ("EMG 5.txt", include_bytes!("../../../fixtures/interviews/EMG 5.txt")),
    ("EMG 6.txt", include_bytes!("../../../fixtures/interviews/EMG 6.txt")),
    ("EMG 7.docx", include_bytes!("../../../fixtures/interviews/EMG 7.docx")),
    ("EMG 8.docx", include_bytes!("../../../fixtures/interviews/EMG 8.docx")),
];
