//! Web pages: saved ones, what Word and Google Docs export, transcripts as noScribe writes them.
//!
//! Only words are read, with the looks that may tell who speaks. Scripts, styles, pictures and forms are
//! left out; nothing is run, nothing is fetched.

mod elements;
mod reader;
mod style;
mod xhtml;

use encoding_rs::Encoding;

use crate::encoding::{Decoded, decode};
use crate::error::ReadError;
use crate::source::{Source, SourceWarning};
use crate::transcript::{ReadOptions, WarningKind};

/// Where a page says its encoding, in bytes from its beginning.
const HEAD: usize = 4096;

/// Reads a page. Any text gives one.
///
/// # Errors
/// [`ReadError::UnknownEncoding`], [`ReadError::NotText`], and [`ReadError::UnpacksTooLarge`] for pages that take far
/// more memory than their words.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Source, ReadError> {
    read_said(bytes, options, None)
}

/// The same for a page around which something says its encoding.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_said(
    bytes: &[u8],
    options: &ReadOptions,
    said: Option<&str>,
) -> Result<Source, ReadError> {
    let said = said.and_then(|name| usable(Encoding::for_label(name.trim().as_bytes())?));
    let declared = said.or_else(|| declared(bytes)).filter(|_| std::str::from_utf8(bytes).is_err());
    let Decoded { text, guessed, mended } = decode(bytes, options.encoding.as_deref().or(declared))?;
    let mut source = reader::Reader::new(xhtml::is_xhtml(&text)).read(&text)?;
    source
        .warnings
        .extend(guessed.map(|name| SourceWarning::new(WarningKind::EncodingGuessed, None, name.into())));
    source.warnings.extend(mended.into_iter().map(|mended| SourceWarning {
        kind: mended.kind,
        at: None,
        text: mended.text,
        count: mended.count,
    }));
    Ok(source)
}

/// The encoding that the page says to be in; that it is UTF-16 can only be meant otherwise.
fn declared(bytes: &[u8]) -> Option<&'static str> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD))?).to_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let name = after.trim_start_matches(['"', '\'', ' ']);
    let name = name.split(['"', '\'', ' ', ';', '>', '/']).next()?;
    usable(Encoding::for_label(name.as_bytes())?)
}

/// The name of an encoding that a page may be in if its bytes are not UTF-8.
fn usable(encoding: &'static Encoding) -> Option<&'static str> {
    encoding.is_ascii_compatible().then_some(encoding.name()).filter(|name| *name != "UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Look;

    fn page(html: &str) -> Source {
        read(html.as_bytes(), &ReadOptions::default()).unwrap()
    }

    fn lines(html: &str) -> Vec<String> {
        page(html).paragraphs.into_iter().map(|paragraph| paragraph.text.trim_end().to_owned()).collect()
    }

    #[test]
    fn words_come_out_and_nothing_else() {
        let html = "<!DOCTYPE html><html><head><title>t</title><style>p{color:red}</style><script>alert('E : non')</script></head>\
                    <body><nav>Accueil</nav><h1>Entretien&nbsp;3</h1>\n<p>E&nbsp;: c&#39;est\n  o&ugrave;&nbsp;?</p><p>M : l&agrave;<br>et <i>l\u{e0}</i>\
                    <!-- rien --><script>x</script><p>E : <span style='display:none'>caché</span>bien &lt;3</body></html>";
        let expected = ["Entretien\u{A0}3", "E\u{A0}: c'est où\u{A0}?", "M : là\net là", "E : bien <3"];
        assert_eq!(lines(html), expected);
        assert!(page(html).paragraphs[0].heading);
    }

    #[test]
    fn looks_come_from_elements_and_styles() {
        let bold = |html: &str| -> Vec<String> {
            let of = |p: &crate::source::Paragraph| -> Vec<String> {
                let bold = p.looks.iter().filter(|look| look.2 == Look::BOLD);
                bold.map(|&(start, end, _)| p.text[start..end].to_owned()).collect()
            };
            page(html).paragraphs.iter().flat_map(of).collect()
        };
        for html in [
            "<html><p><b>E :</b> oui</p>",
            "<html><p><strong>E <i></i>:</strong> oui</p>",
            "<html><p><span style='font-weight: 700'>E :</span> oui</p>",
            "<html><style>.c3{font-weight:700}@media x{.c1{font-weight:700}}</style><p class=c1><span class='c2 c3'>E :</span> oui</p>",
            "<html><style>span.c3, b { font-weight : bold }</style><p><span class=c3>E :</span><span style='font-weight:normal'> oui</span></p>",
        ] {
            assert_eq!(bold(html), ["E :"], "{html}");
        }
    }

    #[test]
    fn tables_have_rows_and_cells() {
        let html =
            "<html><table><tr><td>E</td><td><p>Oui</p><p>voilà</p></td></tr>\n<tr><td>M<td>Non</table><p>fin";
        let found: Vec<(String, Option<(u32, u32)>)> = page(html)
            .paragraphs
            .into_iter()
            .map(|p| (p.text, p.cell.map(|cell| (cell.row, cell.column))))
            .collect();
        let expected = [
            ("E", Some((0, 0))),
            ("Oui", Some((0, 1))),
            ("voilà", Some((0, 1))),
            ("M", Some((1, 0))),
            ("Non", Some((1, 1))),
            ("fin", None),
        ];
        assert_eq!(found, expected.map(|(text, cell)| (text.to_owned(), cell)));
    }

    #[test]
    fn what_word_writes_beside_the_text_is_told() {
        let html = "<html><body><p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'>\
            <span style='mso-list:Ignore'>–<span>&nbsp;</span></span>Oui<a class=msocomanchor href='#c'>[VL1]</a>, \
            <del>non</del><span style='mso-hide:all'>caché</span> bien.</p>\
            <div style='mso-element:comment-list'><p>à revoir</p><p>ici</p></div>";
        let source = page(html);
        assert_eq!((source.paragraphs[0].text.as_str(), source.paragraphs[0].listed), ("Oui, bien.", true));
        let told: Vec<(WarningKind, &str)> =
            source.warnings.iter().map(|warning| (warning.kind, warning.text.as_str())).collect();
        let expected = [
            (WarningKind::Deletion, "non"),
            (WarningKind::HiddenText, "caché"),
            (WarningKind::WordsLeftOut, "à revoir\nici"),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn the_page_may_tell_its_encoding() {
        let html = b"<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><p>\x80 \xE9t\xE9";
        assert_eq!(read(html, &ReadOptions::default()).unwrap().paragraphs[0].text, "€ été");
        let wrong = "<html><meta charset=iso-8859-1><p>été";
        assert_eq!(lines(wrong), ["été"]);
    }

    #[test]
    fn elements_that_end_themselves_silence_nothing_in_xhtml() {
        let head = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">";
        for body in [
            "<head><title/><script src='a.js'/><style/></head><body><p>E : oui</p></body></html>",
            "<body><nav/><iframe src='a'/><select/><p/><p>E : oui</p>",
            "<body><table><tr/></table><svg><path/></svg><p><![CDATA[E : oui]]></p>",
        ] {
            assert_eq!(lines(&format!("{head}{body}")).concat(), "E : oui", "{body}");
        }
        // In HTML, such a tag begins an element as any other; drawings are the exception.
        let html =
            "<!DOCTYPE html><html><head><script src='a.js'/></script></head><body><p>E : oui<svg/> là</p>";
        assert_eq!(lines(html), ["E : oui là"]);
    }

    #[test]
    fn what_may_be_left_open_silences_nothing() {
        let paths = "<path>".repeat(5000);
        let options = "<option>1".repeat(5000);
        for body in [
            "<head><meta charset=utf-8><title>t</title><body><p>E : oui".to_owned(),
            "<head><title>t</title><p>E : oui".to_owned(),
            format!("<body><svg>{paths}</svg><p>E : oui"),
            format!("<body><select>{options}</select><p>E : oui"),
            "<body><textarea>E : oui</textarea>".to_owned(),
        ] {
            assert_eq!(lines(&format!("<!DOCTYPE html><html>{body}")), ["E : oui"]);
        }
    }

    #[test]
    fn words_of_what_never_ends_are_told() {
        let told = |html: &str| -> Vec<(WarningKind, String)> {
            page(html).warnings.into_iter().map(|warning| (warning.kind, warning.text)).collect()
        };
        for html in ["<html><nav>Accueil<p>E : oui", "<html><div><nav>Accueil<p>E : oui</div>"] {
            assert_eq!(told(html), [(WarningKind::HiddenText, "AccueilE : oui".to_owned())], "{html}");
        }
        assert_eq!(told("<html><title>E : oui"), [(WarningKind::HiddenText, "E : oui".to_owned())]);
        assert_eq!(told("<html><p>E : oui<!-- M : non"), [(WarningKind::HiddenText, "M : non".to_owned())]);
        assert_eq!(
            told("<html><p>E : oui <a href='x>non</a>"),
            [(WarningKind::HiddenText, "/a>".to_owned())]
        );
        assert_eq!(told("<html><p>E : oui<!-- rien --><!--"), []);
        assert_eq!(told("<html><nav>Accueil</nav><script>x</script><p>E : oui"), []);
    }

    #[test]
    fn broken_pages_give_their_words() {
        for (html, expected) in [
            ("<html><b>E : <p>oui</b></div></td>non", vec!["E :", "oui", "non"]),
            ("<html><p>a<ul><li>b<li>c</ul>d", vec!["a", "b", "c", "d"]),
            ("<html><pre>E : a\n  M : b</pre>", vec!["E : a\n  M : b"]),
            ("<html><td>a</td></table>b", vec!["a", "b"]),
            ("<html", vec![]),
        ] {
            assert_eq!(lines(html), expected, "{html}");
        }
    }
}
