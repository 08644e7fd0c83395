# Commands: a short name for the line of keys at the bottom, and `-long`, a sentence for help, palette and `bina keys`.
# In the order of the table of commands.

# Lists
cmd-list-down = down
cmd-list-down-long = Go down one line
cmd-list-up = up
cmd-list-up-long = Go up one line
cmd-list-page-down = page down
cmd-list-page-down-long = Go down one screenful
cmd-list-page-up = page up
cmd-list-page-up-long = Go up one screenful
cmd-list-first = first
cmd-list-first-long = Go to the first line
cmd-list-last = last
cmd-list-last-long = Go to the last line

# Team
cmd-team-open = open
cmd-team-open-long = Open the page of the selected person
cmd-session-start = session
cmd-session-start-long = Start a session, or go on with the open one
cmd-capture-open = note
cmd-capture-open-long = Write a one-line note from any screen
cmd-walk-start = walk
cmd-walk-start-long = Start a walk through the people who need you
cmd-team-filter = filter
cmd-team-filter-long = Filter the team list while typing
cmd-team-order = order
cmd-team-order-long = Change the order of the team list
cmd-team-scope = scope
cmd-team-scope-long = Show only your own people, or everybody
cmd-draft-resume = resume draft
cmd-draft-resume-long = Go on with what was left unfinished

# Person
cmd-tab-next = next tab
cmd-tab-next-long = Go to the next tab
cmd-tab-previous = previous tab
cmd-tab-previous-long = Go to the previous tab
cmd-person-next = next
cmd-person-next-long = Open the next person of the list
cmd-person-previous = previous
cmd-person-previous-long = Open the previous person of the list
cmd-record-open = read
cmd-record-open-long = Read the whole record or the session sheet
cmd-timeline-kind = kind
cmd-timeline-kind-long = Filter the timeline by kind of record
cmd-timeline-audience = private/shared
cmd-timeline-audience-long = Filter the timeline by private or shared
cmd-action-add = action
cmd-action-add-long = Add an action with an owner and a due date
cmd-shared-copy = copy
cmd-shared-copy-long = Copy the shared text; private text never goes along
cmd-sheet-acknowledge = answer
cmd-sheet-acknowledge-long = Record the employee's answer by receipt code
cmd-session-addendum = addendum
cmd-session-addendum-long = Write an addendum to a closed session

# Records in a list
cmd-action-done = done
cmd-action-done-long = Mark the action or agenda point as done
cmd-action-not-done = not done
cmd-action-not-done-long = Mark the action as not done, with a reason
cmd-action-carry = carry
cmd-action-carry-long = Carry this point over to the next session
cmd-action-drop = drop
cmd-action-drop-long = Drop the action or agenda point, with a reason
cmd-action-reschedule = change date
cmd-action-reschedule-long = Change the date of the action or session
cmd-record-audience = private/shared
cmd-record-audience-long = Make this record private or shared
cmd-record-edit = edit
cmd-record-edit-long = Correct the selected note or action
cmd-record-remove = remove
cmd-record-remove-long = Remove the selected note; this can be undone

# Goals
cmd-goal-check-in = value
cmd-goal-check-in-long = Enter a value of the selected indicator
cmd-goal-status = status
cmd-goal-status-long = Say the status of the goal: on track, slipping, off track, done, dropped
cmd-goal-person = person
cmd-goal-person-long = Open the page of whose goal it is
cmd-goals-group = group
cmd-goals-group-long = Group by person, supervisor's result or status
cmd-goals-depth = fold
cmd-goals-depth-long = Fold: people only, results, indicators
cmd-goals-grid = month's values
cmd-goals-grid-long = Enter the values of many people in one table
cmd-goal-add = new result
cmd-goal-add-long = Plan a new result
cmd-goal-add-indicator = indicator
cmd-goal-add-indicator-long = Add an indicator to this result
cmd-goal-assign = assign
cmd-goal-assign-long = Give this result to others as well
cmd-plan-copy = copy plan
cmd-plan-copy-long = Copy the plan into the next period without values
cmd-plan-inherit = take over
cmd-plan-inherit-long = Take over the organisation's results from a predecessor
cmd-plan-next-year = next year
cmd-plan-next-year-long = See the plan of the year after
cmd-plan-previous-year = last year
cmd-plan-previous-year-long = See the plan of the year before
cmd-check-in-save = save
cmd-check-in-save-long = Save this value
cmd-go-goals = goals
cmd-go-goals-long = To the goals

# Planning of sessions
cmd-session-plan = plan
cmd-session-plan-long = Plan the day of the next session
cmd-session-postpone = postpone
cmd-session-postpone-long = Postpone the session to another day, with a reason
cmd-session-miss = missed
cmd-session-miss-long = Record the session as missed, with a reason

# People
cmd-person-add = add person
cmd-person-add-long = Add a person to the team
cmd-person-correct = details
cmd-person-correct-long = Correct the details of this person
cmd-person-move = move
cmd-person-move-long = Move this person to another unit or position
cmd-person-hand-over = hand over
cmd-person-hand-over-long = Hand this person over to another supervisor
cmd-person-leave = leave
cmd-person-leave-long = Record a leave of this person
cmd-person-retire = retire
cmd-person-retire-long = Record that this person retired, left or returned
cmd-person-cadence = cadence
cmd-person-cadence-long = Set how often you meet this person
cmd-team-cadence = team cadence
cmd-team-cadence-long = Set how often you meet the people of your team
cmd-profile-set = my details
cmd-profile-set-long = Enter your own name, position and unit

# Session
cmd-session-next-step = next step
cmd-session-next-step-long = Go to the next step; what was written is kept
cmd-session-previous-step = previous step
cmd-session-previous-step-long = Go to the previous step; what was written is kept
cmd-field-next = field
cmd-field-next-long = Go to the next field
cmd-field-previous = previous field
cmd-field-previous-long = Go to the previous field
cmd-line-save = save line
cmd-line-save-long = Save this line and begin a new one
cmd-line-audience = P/S
cmd-line-audience-long = Make this line private or shared
cmd-line-kind = kind
cmd-line-kind-long = Change the kind of feedback or the owner of the action
cmd-session-close = close
cmd-session-close-long = Check the session sheet, then close the session
cmd-session-kind = session kind
cmd-session-kind-long = Change the kind of session
cmd-session-discard = discard
cmd-session-discard-long = Discard the open session; this can be undone
cmd-text-editor = editor
cmd-text-editor-long = Edit a long text in your own editor

# Walk
cmd-walk-next = next
cmd-walk-next-long = Finish with this person and go on to the next
cmd-walk-skip = skip
cmd-walk-skip-long = Skip this person, with a reason
cmd-walk-park = park
cmd-walk-park-long = Park this person and come back later
cmd-walk-back = back
cmd-walk-back-long = Go back to the previous person of the walk
cmd-walk-open = open
cmd-walk-open-long = Open the page of this person

# Overlays
cmd-capture-save = save
cmd-capture-save-long = Save the note
cmd-capture-complete = complete
cmd-capture-complete-long = Complete the name or tag being typed
cmd-capture-audience = private/shared
cmd-capture-audience-long = Make this note private or shared
cmd-form-next = field
cmd-form-next-long = Go to the next field
cmd-form-previous = previous field
cmd-form-previous-long = Go to the previous field
cmd-form-enter = next
cmd-form-enter-long = Go to the next field; on the last field, save
cmd-form-submit = save
cmd-form-submit-long = Save the form
cmd-form-left = previous choice
cmd-form-left-long = Take the previous choice
cmd-form-right = next choice
cmd-form-right-long = Take the next choice
cmd-form-next-proposal = proposal
cmd-form-next-proposal-long = The next proposal for this field; → takes it
cmd-form-previous-proposal = previous proposal
cmd-form-previous-proposal-long = The previous proposal for this field
cmd-assign-save = give
cmd-assign-save-long = Give the result to everybody chosen
cmd-assign-down = down
cmd-assign-down-long = Down one person
cmd-assign-up = up
cmd-assign-up-long = Up one person
cmd-assign-next-target = other target
cmd-assign-next-target-long = To the next indicator's target
cmd-assign-previous-target = previous target
cmd-assign-previous-target-long = To the previous indicator's target
cmd-list-choose = choose
cmd-list-choose-long = Choose this line
cmd-list-choose-down = down
cmd-list-choose-down-long = Go down one line while typing
cmd-list-choose-up = up
cmd-list-choose-up-long = Go up one line while typing

# Competencies
cmd-rating-all = all
cmd-rating-all-long = Show all competencies, or those to be rated
cmd-rating-ask = ask later
cmd-rating-ask-long = Ask about this competency in the next talk
cmd-rating-higher = other level
cmd-rating-higher-long = Look at the words of the level above, without rating
cmd-rating-lower = level below
cmd-rating-lower-long = Look at the words of the level below, without rating
cmd-rating-behaviours = behaviour
cmd-rating-behaviours-long = Open the BerAKHLAK work behaviours, or go back
cmd-behaviour-expect = expectation
cmd-behaviour-expect-long = Write the leader's special expectation of this value
cmd-self-check-revisit = revisit
cmd-self-check-revisit-long = Go back to the row that is worth a second look

# Everywhere
cmd-go-team = team
cmd-go-team-long = Open the Team screen
cmd-go-agenda = agenda
cmd-go-agenda-long = Open the Agenda screen
cmd-find-person = find
cmd-find-person-long = Find a person by name and open the page
cmd-app-palette = commands
cmd-app-palette-long = Find and run a command
cmd-app-messages = messages
cmd-app-messages-long = Show the messages so far
cmd-app-undo = undo
cmd-app-undo-long = Undo the last change; retry what could not be saved
cmd-app-redo = redo
cmd-app-redo-long = Redo the change that was undone
cmd-app-help = help
cmd-app-help-long = Show all keys of this screen
cmd-app-back = back
cmd-app-back-long = Go back; what was left unfinished is kept
cmd-app-quit = quit
cmd-app-quit-long = Quit bina; from another screen, go back first
cmd-app-redraw = redraw
cmd-app-redraw-long = Draw the screen again
cmd-app-suspend = suspend
cmd-app-suspend-long = Suspend bina and go back to the shell
cmd-app-help-while-typing = help
cmd-app-help-while-typing-long = Show every key, also while typing
