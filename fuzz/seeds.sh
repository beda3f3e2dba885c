#!/usr/bin/env bash
# Fills corpus/ with the parts of the fixtures that each target begins from.
set -euo pipefail
cd "$(dirname "$0")"
interviews=../fixtures/interviews
mkdir -p corpus/{docx,odt,rtf,txt,subtitles,pdf_pages,turns,exports}
cp "$interviews"/*.txt "$interviews"/formats/*.txt corpus/txt/
cp "$interviews"/formats/*.{vtt,srt} corpus/subtitles/
for file in "$interviews"/formats/*.rtf; do tail -c +7 "$file" > "corpus/rtf/$(basename "$file")"; done
for file in "$interviews"/*.docx "$interviews"/formats/*.docx; do
  out="corpus/docx/$(basename "$file" .docx)"
  unzip -p "$file" word/document.xml > "$out"
  for part in comments commentsExtended styles footnotes; do
    printf '\xff' >> "$out"
    unzip -p "$file" "word/$part.xml" >> "$out" 2>/dev/null || true
  done
done
for file in "$interviews"/formats/*.odt; do
  out="corpus/odt/$(basename "$file" .odt)"
  { unzip -p "$file" content.xml; printf '\xff'; unzip -p "$file" styles.xml 2>/dev/null || true; } > "$out"
done
printf '\x20\x20\x18\x00VL : Alors ?\xff\x20\x24\x18\x00EMG 1 : Voil\xc3\xa0.' > corpus/pdf_pages/two
printf '\x00\x18\x19\x01\x1a' > corpus/turns/two
# The first byte of an export says of which kind it is.
exports=corpus/exports
printf '\x00Début;Fin;Locuteur;Texte;\n0:01;0:02;VL;"Alors ; ""quoi"" ?";\n0:03;0:04;EMG 1;Oui ; non,\nenfin\n0:05;VL\n' > $exports/csv
printf '\x01start\tend\ttext\n0.5\t1\tAlors ?\n1.5\t2\tOui\n00:00:03\t4\tNon "oui"\n' > $exports/tsv
printf '\x02{"text":"Alors ? Oui là.","segments":[{"speaker":"A","start":0.5,"text":"Alors ?","words":[{"word":"Alors","start":1}]},{"speaker":{"name":"B"},"start":"2s","text":"Oui là.","note":"elle rit"}]}' > $exports/json
printf '\x02{"results":[{"alternatives":[{"transcript":"Alors oui","words":[{"startTime":"0.5s","word":"Alors"}]}]},{"alternatives":[{"words":[{"startTime":"0.5s","word":"Alors","speakerTag":1}]}]}]}' > $exports/json-words
printf '\x030\n9\n<exists>\n2\n"IntervalTier"\n"E"\n0\n9\n2\n0\n1.5\n"Alors, ""vous"" ?"\n1.5\n9\n""\n"TextTier"\n"M"\n0\n9\n1\n2.25\n"Oui"\n' > $exports/textgrid
printf '\x04<head><title>t</title><style>.a{font-weight:bold}</style><body><p class=a>E : oui<br>là<table><tr><td>M<td hidden>non</table><svg><path/></svg><del>x</del>' > $exports/html
printf '\x04<!-- --><html xmlns="http://www.w3.org/1999/xhtml"><script/><title/><p><![CDATA[E : oui]]></p>' > $exports/xhtml
printf '\x05# Entretien\n\n**E :** Alors ?\n\n> M : *oui*\n\n- non\n' > $exports/markdown
printf '\x06\n--b\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n<html><p>E : =E9t=E9</p>\n--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\nContent-Transfer-Encoding: base64\nContent-Type: text/html\n\nPHA+TSA6IG91aTwvcD4=\n--c--\n--b--\n' > $exports/mht
printf '\x07<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="9"/></TIME_ORDER><TIER TIER_ID="E" PARTICIPANT="VL"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="x" TIME_SLOT_REF1="a"><ANNOTATION_VALUE>Alors ?</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="M" PARENT_REF="E"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="y" ANNOTATION_REF="x"><ANNOTATION_VALUE>Oui</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>' > $exports/eaf
printf '\x08<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c s="1"><v>0.5</v></c><c t="inlineStr"><is><t>Oui_x000D_</t></is></c></row></sheetData></worksheet>\xff<worksheet><sheetData/></worksheet>\xff<sst><si><t>Locuteur</t></si><si><r><t>Texte</t></r></si></sst>\xff<styleSheet><cellXfs><xf/><xf numFmtId="21"/></cellXfs></styleSheet>' > $exports/xlsx
printf '\x09<office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell><text:p>Locuteur</text:p></table:table-cell><table:table-cell><text:p>Texte</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="time" office:time-value="PT0H1M2S"/><table:table-cell><office:annotation><text:p>ici</text:p></office:annotation><text:p>Oui<text:s text:c="2"/>non</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>' > $exports/ods
