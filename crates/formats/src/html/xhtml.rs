//! XHTML, where an element without content may end itself, as in `<script src="a.js"/>`, and where text may stand in
//! sections of its own. In HTML neither exists: there the text behind such a tag belongs to the script.

use std::borrow::Cow;

/// How far into a page it says that it is XHTML, in bytes.
const HEAD: usize = 2048;
/// Elements whose content is not looked through for tags.
const RAW: [&str; 9] =
    ["script", "style", "title", "textarea", "iframe", "noscript", "noframes", "noembed", "xmp"];

/// Whether a page says that it is XHTML: by an XML declaration, its document type or its namespace.
pub(super) fn is_xhtml(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or_default().trim_start();
    let said = head.to_ascii_lowercase();
    said.starts_with("<?xml") || said.contains("//dtd xhtml") || said.contains("http://www.w3.org/1999/xhtml")
}

/// The page as HTML would say it, as far as raw elements and sections of text are concerned.
pub(super) fn as_html(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + open;
        let rest = text.get(start..).unwrap_or_default();
        if rest.starts_with("<!--") {
            at = end_of(text, start + 4, "-->");
        } else if rest.starts_with("<![CDATA[") {
            at = end_of(text, start, "]]>");
            out.push_str(text.get(from..start).unwrap_or_default());
            let words = text.get(start + 9..at).unwrap_or_default();
            let words = words.strip_suffix("]]>").unwrap_or(words);
            out.push_str(&words.replace('&', "&amp;").replace('<', "&lt;"));
            from = at;
        } else if let Some(name) = raw(rest) {
            let end = end_of_tag(text, start);
            at = if text.get(start..end).is_some_and(|tag| tag.ends_with("/>")) {
                out.extend([text.get(from..end).unwrap_or_default(), "</", name, ">"]);
                from = end;
                end
            } else {
                end_of_raw(text, end, name)
            };
        } else {
            at = start + 1;
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where what ends with `sign` is over; the end of the text where nothing ends it.
fn end_of(text: &str, at: usize, sign: &str) -> usize {
    text.get(at..).and_then(|rest| rest.find(sign)).map_or(text.len(), |end| at + end + sign.len())
}

/// The name of the raw element that begins here.
fn raw(rest: &str) -> Option<&'static str> {
    let tag = rest.get(1..)?.as_bytes();
    RAW.into_iter().find(|name| {
        tag.get(..name.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(name.as_bytes()))
            && tag.get(name.len()).is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
    })
}

/// Where a tag is over; signs in quotes do not end it.
fn end_of_tag(text: &str, at: usize) -> usize {
    let mut quote = None;
    for (n, b) in text.bytes().enumerate().skip(at) {
        match quote {
            Some(open) if open == b => quote = None,
            Some(_) => {}
            None if matches!(b, b'"' | b'\'') => quote = Some(b),
            None if b == b'>' => return n + 1,
            None => {}
        }
    }
    text.len()
}

/// Where the tag begins that ends a raw element.
fn end_of_raw(text: &str, at: usize, name: &str) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let ends = |n: &usize| {
        let tag = rest.as_bytes().get(n + 2..n + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    rest.match_indices("</").map(|(n, _)| n).find(ends).map_or(text.len(), |n| at + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_elements_without_content_end() {
        for (text, expected) in [
            ("<script src='a>b'/>oui", "<script src='a>b'/></script>oui"),
            ("<Title/><p>a &amp; b</p><style />c", "<Title/></title><p>a &amp; b</p><style /></style>c"),
            ("<script>if (a<b) '<script/>'</script>c", "<script>if (a<b) '<script/>'</script>c"),
            ("<!-- <script/> -->a", "<!-- <script/> -->a"),
            ("<p><![CDATA[E : a < b & c]]></p>", "<p>E : a &lt; b &amp; c</p>"),
            ("<![CDATA[é", "é"),
            ("<styled/>a<script", "<styled/>a<script"),
        ] {
            assert_eq!(as_html(text), expected, "{text}");
        }
    }

    #[test]
    fn a_page_says_that_it_is_xhtml() {
        assert!(is_xhtml("<?xml version='1.0'?><html>"));
        assert!(is_xhtml("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\"><html>"));
        assert!(is_xhtml("<html xmlns=\"http://www.w3.org/1999/xhtml\">"));
        assert!(!is_xhtml("<!DOCTYPE html><html xmlns:v=\"urn:schemas-microsoft-com:vml\">"));
    }
}
