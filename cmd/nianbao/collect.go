package main

import (
	"nianbao/cmd/nianbao/county"
	"nianbao/cmd/nianbao/process"
)

// ofCounty are the commands of whoever collects the reports of many units.
func ofCounty() []command {
	return []command{
		countyCommand("roster", "照一个文件夹里的报告写出单位名单", county.RosterHelp, county.Roster),
		countyCommand("collect", "收各单位的报告：谁没有报、错在哪里、退回的清单", county.CollectHelp, county.Collect),
		countyCommand("sum", "把各单位的报告相加，或者与一份报告对照", county.SumHelp, county.Sum),
	}
}

func countyCommand(name, brief, help string, run func([]string, county.Console) (int, error)) command {
	return command{name, brief, written(help), func(args []string, c console) int {
		end := process.Stoppable(c.err)
		defer end.Done(c.out.Flush)
		process.CollectForMany(2)
		status, err := run(args, county.Console{Out: c.out, Err: c.err, End: end})
		if err != nil {
			return misuse(c, name, help, err)
		}
		return status
	}}
}
