#!/usr/bin/env bash
# Fills corpus/ with the parts of the fixtures that each target begins from.
set -euo pipefail
cd "$(dirname "$0")"
interviews=../fixtures/interviews
mkdir -p corpus/{docx,odt,rtf,txt,subtitles,pdf_pages,turns}
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
