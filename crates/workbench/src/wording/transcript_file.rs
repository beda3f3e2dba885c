//! Why a file could not be read as a transcript, and what a reader noticed in one that could, in words.

use formats::{ReadError, Warning, WarningKind};
use i18n::Lang;

pub(super) fn read_error(lang: Lang, file: &str, error: &ReadError) -> String {
    match error {
        ReadError::Empty => i18n::error_read_empty(lang, file),
        ReadError::TooLarge { size, limit } => {
            i18n::error_read_too_large(lang, file, &megabytes(lang, *limit), &megabytes(lang, *size))
        }
        ReadError::UnpacksTooLarge { limit } => {
            i18n::error_read_unpacks_too_large(lang, file, &megabytes(lang, *limit))
        }
        ReadError::TooLong { limit } => i18n::error_read_too_long(lang, file, &megabytes(lang, *limit)),
        ReadError::TooManyParts { .. } => i18n::error_read_too_many_parts(lang, file),
        ReadError::Pages => i18n::error_read_pages(lang, file),
        ReadError::Xml => i18n::error_read_xml(lang, file),
        ReadError::FileArchive => i18n::error_read_file_archive(lang, file),
        ReadError::TooDeep { .. } => i18n::error_read_too_deep(lang, file),
        ReadError::BrokenArchive { .. } | ReadError::BrokenXml { .. } => i18n::error_read_broken(lang, file),
        ReadError::NotADocument => i18n::error_read_not_a_document(lang, file),
        ReadError::LockFile => i18n::error_read_lock_file(lang, file),
        ReadError::OldWord => i18n::error_read_old_word(lang, file),
        ReadError::Encrypted => i18n::error_read_encrypted(lang, file),
        ReadError::Macros => i18n::error_read_macros(lang, file),
        ReadError::Pdf | ReadError::BrokenPdf { .. } => i18n::error_read_broken_pdf(lang, file),
        ReadError::EncryptedPdf => i18n::error_read_encrypted_pdf(lang, file),
        ReadError::ScannedPdf => i18n::error_read_scanned_pdf(lang, file),
        ReadError::TooDemanding => i18n::error_read_too_demanding(lang, file),
        ReadError::WebPage => i18n::error_read_web_page(lang, file),
        ReadError::Recording => i18n::error_read_recording(lang, file),
        ReadError::Picture => i18n::error_read_picture(lang, file),
        ReadError::NotText => i18n::error_read_not_text(lang, file),
        ReadError::UnknownEncoding { name } => i18n::error_read_unknown_encoding(lang, name),
        // The type may grow without this crate; what it says then is better than nothing.
        other => i18n::error_file_not_readable(lang, file, &other.to_string()),
    }
}

/// A size as people say it; a file system's megabyte is 1,048,576 bytes.
fn megabytes(lang: Lang, bytes: u64) -> String {
    const MEGABYTE: u64 = 1024 * 1024;
    let tenths = bytes.saturating_mul(10) / MEGABYTE;
    let digits = usize::from(!tenths.is_multiple_of(10));
    // At most some millions: exact as a fraction.
    i18n::size_megabytes(lang, &i18n::decimal(lang, tenths as f64 / 10.0, digits))
}

/// What a reader left out, replaced or guessed, as a sentence.
#[must_use]
pub fn warning(lang: Lang, warning: &Warning) -> String {
    let text = warning.text.as_str();
    let n = i64::try_from(warning.count).unwrap_or(i64::MAX);
    match warning.kind {
        WarningKind::NoSpeakers => i18n::warning_no_speakers(lang).to_owned(),
        WarningKind::NoText => i18n::warning_no_text(lang).to_owned(),
        WarningKind::EncodingGuessed => i18n::warning_encoding_guessed(lang, text),
        WarningKind::MixedEncodings => i18n::warning_mixed_encodings(lang, n, text),
        WarningKind::EncodedTwice => i18n::warning_encoded_twice(lang, n, text),
        WarningKind::ColumnsLeftOut => i18n::warning_columns_left_out(lang, n, text),
        WarningKind::WordsLeftOut => i18n::warning_words_left_out(lang, n, text),
        WarningKind::ReplacedCharacter => i18n::warning_replaced_character(lang, n, text),
        WarningKind::SoftHyphen => i18n::warning_soft_hyphen(lang, n, text),
        WarningKind::Deletion => i18n::warning_deletion(lang, text),
        WarningKind::HiddenText => i18n::warning_hidden_text(lang, text),
        WarningKind::TextBox => i18n::warning_text_box(lang, text),
        WarningKind::Footnote => i18n::warning_footnote(lang, text),
        WarningKind::Endnote => i18n::warning_endnote(lang, text),
        WarningKind::Symbol => i18n::warning_symbol(lang, text),
        WarningKind::EmbeddedObject => i18n::warning_embedded_object(lang, text),
        WarningKind::UnknownEntity => i18n::warning_unknown_entity(lang, text),
        WarningKind::UnreadablePart => i18n::warning_unreadable_part(lang, text),
        WarningKind::LabelOnce => i18n::warning_label_once(lang, text),
        WarningKind::LabelDoubtful => i18n::warning_label_doubtful(lang, text, n),
        WarningKind::SeparatorMissing => i18n::warning_separator_missing(lang, text),
        WarningKind::EmptyTurn => i18n::warning_empty_turn(lang, text),
        WarningKind::InterviewerNotFound => i18n::warning_interviewer_not_found(lang, text),
        WarningKind::LabelInLine => i18n::warning_label_in_line(lang, text, n),
        WarningKind::SpeakersGuessed => i18n::warning_speakers_guessed(lang, text).to_owned(),
        WarningKind::Unvoiced => i18n::warning_unvoiced(lang, n, text),
        WarningKind::PageFurniture => i18n::warning_page_furniture(lang, n, text),
        WarningKind::JoinedWord => i18n::warning_joined_word(lang, n, text),
        // The type may grow without this crate; its name and content are shown as they are.
        other => format!("{}: {text}", other.as_str()),
    }
}
