# Development: needs, plans, learning, effects, proposals, careers.
refusal-subject-missing = It is not said what is to be learnt.
refusal-expectation-missing = Write the expected behaviour in one sentence: it is what will be checked.
refusal-kind-unknown = No way of learning is called “{ $detail }”.
refusal-jp-outside = Learning hours must be 0 to { $detail }.
refusal-certificate-taken = Certificate { $detail } is already recorded for this person.
refusal-money-negative = A cost can't be negative.
refusal-not-finished = That activity has not ended yet, so its effect can't be asked about.
refusal-wished-already = This wish is already recorded: { $detail }.
refusal-pair-with-self = Mentor and mentee are the same person.
refusal-pair-there = This pair is already running.
refusal-support-running = A support plan for this person is still running.
