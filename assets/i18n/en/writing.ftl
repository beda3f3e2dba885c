### The step Writing: what the study gives to the thesis

writing-purpose = Everything that the study gives to the manuscript, always up to date: each file says what it rests on, and of which day it is.
writing-results = Findings
writing-rigour = Rigour of the analysis
writing-annexes = Annexes
writing-quotes-about =
    { $n ->
        [0] Nothing is labelled yet.
        [one] One excerpt, with who speaks and where it stands, ready to be quoted.
       *[other] { $n } excerpts in the order of the code book, with who speaks and where they stand, ready to be quoted.
    }
writing-schema = Model “{ $title }”
writing-schema-about = As PDF or SVG for the text, sharp at any size; as PNG for a slide.
writing-relations = Relations between categories
writing-relations-about =
    { $n ->
        [0] No relation has been drawn yet.
        [one] One relation, with what supports it and what speaks against it.
       *[other] { $n } relations, with what supports them and what speaks against them.
    }
writing-claim = { $sentence } Where it stands: { $state }.
writing-no-claim = No saturation is claimed yet: the step Saturation leads there.
writing-alignment-about = The code books of { $first } and of { $second } side by side: the evidence of triangulation.
writing-journal = Reconciliation journal
writing-journal-about =
    { $n ->
        [0] No difference has been settled yet.
        [one] One decision: who, when, why.
       *[other] { $n } decisions: who, when, why.
    }
writing-codebook-about = { $codes }: definitions, examples, numbers of passages and of interviews.
writing-coded-about =
    { $method ->
        [thematic] { $interviews }, with the codes as comments in the margin.
       *[grounded] { $interviews }, with the labels as comments in the margin.
    }
writing-memos-about = { $memos } by date: the way of the thinking.
writing-piece-as = { $piece }: { $form }
