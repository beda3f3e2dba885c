//! Web pages with all that belongs to them in one file (`.mht`, `.mhtml`): a message of several parts, as Word and
//! browsers save them, and some programs under the name of a Word document (`.doc`).

use mailparse::{MailHeaderMap as _, ParsedMail};

use crate::error::ReadError;
use crate::html;
use crate::source::Source;
use crate::transcript::ReadOptions;

/// The longest head of a message that is looked at, in bytes.
const HEAD: usize = 8192;
/// The largest message that is read: its parts may stand inside each other, and each is looked through again.
const LIMIT: u64 = 64 * 1024 * 1024;

/// The most lines in a row that go on with the line before, the most boundaries and the most signs between parameters:
/// what reads messages takes far more memory for each than its few letters.
const FOLDS: usize = 100_000;
const BOUNDARIES: usize = 20_000;
const PARAMETERS: usize = 4_000_000;
/// So many pages are looked at for words.
const PAGES: usize = 64;

/// Whether a file is a message of several parts, by the lines of its head.
pub(crate) fn is_message(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default()).to_lowercase();
    let lines = || head.lines().take_while(|line| !line.trim().is_empty());
    let has = |name: &str| lines().any(|line| line.starts_with(name));
    let is_head = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        line.starts_with([' ', '\t'])
            || (line.contains(':') && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    };
    has("mime-version:") && has("content-type:") && lines().all(is_head)
}

/// Reads the page of a message: its first page with words.
///
/// # Errors
/// [`ReadError::TooLarge`], [`ReadError::TooDemanding`], [`ReadError::TooLong`] for a page of more than `limit` bytes, [`ReadError::WebPage`] where
/// no part is a page that can be read, and those of reading a page.
pub(crate) fn read(bytes: &[u8], limit: u64, options: &ReadOptions) -> Result<Source, ReadError> {
    let size = bytes.len() as u64;
    if size > LIMIT {
        return Err(ReadError::TooLarge { size, limit: LIMIT });
    }
    if is_demanding(bytes) {
        return Err(ReadError::TooDemanding);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let message = mailparse::parse_mail(bytes).map_err(|_| ReadError::WebPage)?;
    let mut first = None;
    for part in message.parts().filter(|part| is_page(part)).take(PAGES) {
        let page = part.get_body_raw().map_err(|_| ReadError::WebPage)?;
        if page.len() as u64 > limit {
            return Err(ReadError::TooLong { limit });
        }
        let source = html::read_said(&page, options, encoding(part).as_deref())?;
        if source.paragraphs.iter().any(|paragraph| !paragraph.text.trim().is_empty()) {
            return Ok(source);
        }
        first.get_or_insert(source);
    }
    first.ok_or(ReadError::WebPage)
}

/// Whether reading a message would take more memory than any page that somebody saved.
fn is_demanding(bytes: &[u8]) -> bool {
    let (mut folds, mut boundaries) = (0, 0);
    for line in bytes.split(|b| *b == b'\n') {
        folds = if line.starts_with(b" ") || line.starts_with(b"\t") { folds + 1 } else { 0 };
        boundaries += usize::from(line.starts_with(b"--"));
        if folds > FOLDS || boundaries > BOUNDARIES {
            return true;
        }
    }
    bytes.iter().filter(|b| **b == b';').count() > PARAMETERS
}

fn is_page(part: &ParsedMail) -> bool {
    matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml")
}

/// The encoding that a part says to be in; the library's own guess is none.
fn encoding(part: &ParsedMail) -> Option<String> {
    let said = part.headers.get_first_value("Content-Type")?;
    said.to_lowercase().contains("charset").then(|| part.ctype.charset.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A message as Word writes it, of a page in these letters and of another part.
    fn message(encoding: &str, charset: &str, page: &str) -> String {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_Next.01\"\r\n\r\nCe document est une page web.\r\n\r\n\
             ------=_Next.01\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Type: text/html{charset}\r\n\r\n{page}\r\n\r\n\
             ------=_Next.01\r\nContent-Location: file:///C:/a/image.png\r\nContent-Transfer-Encoding: base64\r\nContent-Type: image/png\r\n\r\niVBORw0KGgo=\r\n\r\n------=_Next.01--\r\n"
        )
    }

    fn lines(bytes: &[u8]) -> Result<Vec<String>, ReadError> {
        assert!(is_message(bytes));
        let source = read(bytes, 1 << 20, &ReadOptions::default())?;
        Ok(source.paragraphs.into_iter().map(|paragraph| paragraph.text).collect())
    }

    #[test]
    fn the_page_is_read_however_it_is_packed() {
        let quoted = message(
            "quoted-printable",
            "; charset=\"us-ascii\"",
            "<html><head><meta charset=3Dwindows-1252></head><body><p>E=A0: c=92est o=F9=\r\n, l=E0 ?</p><p>M : =3D oui</p></body></html>",
        );
        assert_eq!(lines(quoted.as_bytes()).unwrap(), ["E\u{A0}: c’est où, là ?", "M : = oui"]);
        let eight = message("8bit", "; charset=utf-8", "<html><p>E : été</p></html>");
        assert_eq!(lines(eight.as_bytes()).unwrap(), ["E : été"]);
        let packed = message("base64", "; charset=utf-8", "PGh0bWw+PHA+RSA6IMOpdMOpPC9w\r\nPjwvaHRtbD4=");
        assert_eq!(lines(packed.as_bytes()).unwrap(), ["E : été"]);
        let unsaid = message("quoted-printable", "", "<html><p>E : =C3=A9t=C3=A9</p></html>");
        assert_eq!(lines(unsaid.as_bytes()).unwrap(), ["E : été"]);
    }

    #[test]
    fn messages_that_are_cut_or_hold_no_page_are_told() {
        let whole = message("quoted-printable", "", "<html><p>E : oui</p><p>M : non</p></html>");
        for cut in 0..whole.len() {
            let cut = whole.as_bytes().get(..cut).unwrap();
            if is_message(cut) {
                assert!(matches!(
                    read(cut, 1 << 20, &ReadOptions::default()),
                    Ok(_) | Err(ReadError::WebPage)
                ));
            }
        }
        let letter = "MIME-Version: 1.0\nContent-Type: text/plain\n\nBonjour";
        assert_eq!(lines(letter.as_bytes()), Err(ReadError::WebPage));
        let damaged = message("base64", "", "@@@ü");
        assert_eq!(lines(damaged.as_bytes()), Err(ReadError::WebPage));
        let head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n";
        for demanding in [
            " a\n".repeat(FOLDS + 1),
            "\n--b".repeat(BOUNDARIES + 1),
            format!("X: {}", ";".repeat(PARAMETERS + 1)),
        ] {
            assert_eq!(lines(format!("{head}{demanding}").as_bytes()), Err(ReadError::TooDemanding));
        }
        let nested = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(5000);
        assert_eq!(lines(nested.as_bytes()), Err(ReadError::WebPage));
        let long = message("8bit", "", &format!("<html>{}", "a".repeat(2 << 20)));
        assert_eq!(lines(long.as_bytes()), Err(ReadError::TooLong { limit: 1 << 20 }));
    }
}
