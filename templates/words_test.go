package templates

import "testing"

// The words of the prose's reader load, each list has some, and every topic that
// counts names a list of neutral words that is there.
func TestWordsOfTheProse(t *testing.T) {
	words := ProseWords()
	for name, list := range map[string][]string{"fillers": words.Fillers, "efforts": words.Efforts, "everywhere": words.Everywhere, "members": words.Members, "applicants": words.Applicants, "everybody": words.Everybody, "wholes": words.Wholes, "own_marks": words.OwnMarks, "own_bodies": words.OwnBodies,
		"bodies": words.Bodies, "channels": words.Channels, "channel_leads": words.ChannelLeads, "lists": words.Lists, "matters": words.Matters, "acts": words.Acts,
		"pieces": words.Pieces, "growth": words.Growth, "vague": words.Vague, "plans": words.Plans} {
		if len(list) == 0 {
			t.Errorf("%s: no words", name)
		}
		for _, word := range list {
			if word == "" {
				t.Errorf("%s: an empty word", name)
			}
		}
	}
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range all {
		for i := range form.Topics {
			topic := &form.Topics[i]
			if topic.Counted() && len(words.Neutral[topic.Neutral]) == 0 {
				t.Errorf("%s: the topic %s has no neutral words: %q", form.Edition, topic.Key, topic.Neutral)
			}
		}
		// A negation that changed nothing would turn a number round.
		for _, word := range []string{"不", "未", "无", "没有", "不予", "除", "以外", "至少"} {
			for _, filler := range words.Fillers {
				if filler == word {
					t.Errorf("%q is a filler", word)
				}
			}
		}
	}
}
