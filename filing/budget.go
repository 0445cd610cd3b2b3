package filing

import (
	"context"
	"fmt"
	"time"

	"nianbao/problem"
)

// budget is how long one report may take to be checked and laid out: a thousand
// times what the longest of the fixtures does.
const budget = 20 * time.Second

// within is the time in which the work has to end.
func (o Options) within() (context.Context, context.CancelFunc) {
	ctx := o.Context
	if ctx == nil {
		ctx = context.Background()
	}
	return context.WithTimeout(ctx, budget)
}

// stopped says that the work did not end in time.
func stopped() problem.Problem {
	return problem.Problem{
		Severity: problem.Error, Code: problem.CodeStopped, Place: "全文",
		Message: fmt.Sprintf("排版用了 %d 秒还没有排完，停了下来，没有排出来", budget/time.Second),
		Fix:     "请看文字里是不是贴进了别的内容；报告确实这样长的，换一台空闲的电脑再试",
	}
}
