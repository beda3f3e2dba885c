### Comparing two codings, following saturation, crossing: the words of tables and refusals.

## Refusals

error-two-coders-needed = Comparing takes two different coders.
error-too-many-coders = { $coders } coders are too many for one comparison: 128 at most.
error-no-such-level = This study has no level “{ $level }”: choose label, property or category.
error-no-code-at-level = Nothing in the tree is of the level “{ $level }”: give that level to some items, or choose label.
error-interview-not-counted = “{ $interview }” is not counted here: it is excluded, was not read, or its coding is not finished.

## Help

cli-matrix = Cross labels with participants, interviews or a characteristic
cli-cooccurrence = Count labels that come together
cli-compare = Compare the work of two coders or more
cli-saturation = Follow saturation: curve, rules, order, estimates
cli-option-compared-coders = The coders, the first and then the second
cli-option-compared-unit = The unit: turn, char, word, sentence or document
cli-option-rule = A unit is coded if: any (one character), majority (more than half)
cli-option-compared-interviews = Only these interviews
cli-option-level = The level: label, property, category or theme
cli-option-include-interviewer = Count the interviewer's turns too
cli-option-order = The order of the interviews: date, coding, or their names
cli-option-base = Interviews of the base (4)
cli-option-run = Interviews of the run (2)
cli-option-threshold = Threshold, in percent of the base's labels (5)
cli-option-initial = Initial sample of the stopping criterion (10)
cli-option-stop = Interviews in a row without anything new (3)
cli-option-claim = A claim: 5+2, saturation at the 5th, two to confirm it
cli-option-include-unfinished = Count interviews too whose coding is under way
cli-option-rows = The rows: code, property, category or theme
cli-option-cols = The columns: participant, interview, or a characteristic
cli-option-csv = As CSV, on standard output
cli-option-together-unit = Together in: turn (a speaker's turn), overlap (the same words)

## Headings

column-measure-both = Both
column-measure-neither = Neither
column-observed = Observed agreement
column-positive = Positive agreement
column-fleiss = Fleiss κ
column-alpha = α
column-kappa = κ
column-new = New
column-cumulative = Cumulative
column-order = Rank
column-new-list = Which

## Comparison

compare-unit =
    { $unit ->
        [turn] turn
        [char] character
        [word] word
        [sentence] sentence
       *[document] interview
    }
compare-rule =
    { $rule ->
        [majority] more than half
       *[any] at least one character
    }
compare-head =
    { $n ->
        [one] { $n } unit ({ $unit }, { $rule }), { $interviews }
       *[other] { $n } units ({ $unit }, { $rule }), { $interviews }
    }
compare-mean = Mean, where the measure is defined
compare-pooled = All together
compare-rare = * Fewer than five coded units: too rare to interpret.
compare-undefined = –: undefined (nothing, or everything, in a single category).
compare-excluded = Not compared: { $what }.
compare-why =
    { $why ->
        [not_read] not read
        [sealed] sealed
        [left_out] left out of the analysis
        [withdrawn] withdrawn
       *[no_participant_turn] no turn of a participant
    }
compare-interval = { $measure }, 95% interval over { $n } interviews: { $from } to { $to }
compare-without = { $measure }, without each of the interviews: { $values }
compare-no-interval = A single interview: no interval.
compare-differences = Differences: { $what }.
compare-kind =
    { $kind ->
        [only_first] { $n } by { $first } only
        [only_second] { $n } by { $second } only
        [other_edges] { $n } with other edges
        [sibling_code]
            { $method ->
                [thematic] { $n } with a sibling code
               *[grounded] { $n } with a sibling label
            }
       *[other_code]
            { $method ->
                [thematic] { $n } with another code
               *[grounded] { $n } with another label
            }
    }
compare-coded-more =
    { $n ->
        [one] Nothing was coded; { $n } unit read.
       *[other] Nothing was coded; { $n } units read.
    }

## Saturation

saturation-guest-reached = Guest: base { $base }, run { $run }, threshold { $threshold }%: reached at interview { $at }, { $run } more.
saturation-guest-not-reached = Guest: base { $base }, run { $run }, threshold { $threshold }%: not reached.
saturation-guest-not-assessable = Guest: base { $base }, run { $run }: not assessable ({ $why }).
saturation-francis-reached = Francis: { $initial } then { $stop }: one may stop at interview { $at }.
saturation-francis-not-reached = Francis: { $initial } then { $stop }: not reached.
saturation-francis-not-assessable = Francis: { $initial } then { $stop }: not assessable ({ $why }).
saturation-why =
    { $why ->
        [base] nothing coded in the base
        [coded] nothing is coded at this level
        [empty] the rule looks at no interview
       *[short] too few interviews
    }
saturation-orders = Order: over { $n-orders } orders, Guest's run reaches the threshold in { $share }.
saturation-estimates = Estimates (read with care): at least { $chao } { $level }, coverage { $coverage }, { $next } new ones expected in the next interview.
saturation-caveat = Interviews are chosen, not drawn by chance, and what is coded is made: these estimates are lower bounds.
saturation-estimates-not-assessable = Estimates: not assessable ({ $why }).
saturation-singletons = In a single interview: { level-count }.
saturation-unfinished = Coding under way, not counted: { $names }.
saturation-unfinished-counted = Coding under way, counted all the same: { $names }.
saturation-not-read = Not read by these coders: { $names }.
saturation-undated = Without a date, taken last by name: { $names }.
saturation-none-dated = No interview has a date: the order is that of the names.
saturation-same-day = Held on the same day, taken by name: { $names }.
saturation-outside =
    { $n ->
        [one] { $n } passage stands below nothing of this level: it is not counted.
       *[other] { $n } passages stand below nothing of this level: they are not counted.
    }
saturation-claim-holds = Claim { $at }+{ $confirm }: nothing new; at 95% this only excludes a probability of something new above { $upper }; true in { $share } of the orders.
saturation-claim-contradicted = Claim { $at }+{ $confirm }: contradicted, something new afterwards ({ $what }); true in { $share } of the orders.
saturation-claim-not-assessable =
    { $why ->
        [coded] Claim { $at }+{ $confirm }: not assessable, nothing is coded at this level.
        [empty] Claim { $at }+{ $confirm }: not assessable, it takes an interview, counted from 1, and at least one that confirms.
       *[short]
            { $n ->
                [0] Claim { $at }+{ $confirm }: not assessable, no interview counts.
                [one] Claim { $at }+{ $confirm }: not assessable, there is only one interview.
               *[other] Claim { $at }+{ $confirm }: not assessable, there are only { $n } interviews.
            }
    }
usage-threshold = A threshold goes from 0 to 100 percent: 5 or 2.5.
