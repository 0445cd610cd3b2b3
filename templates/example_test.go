package templates_test

import (
	"fmt"

	"nianbao/templates"
)

// An edition knows what people call each number, and which sums hold it.
func Example() {
	form, err := templates.ForYear(2025)
	if err != nil {
		panic(err)
	}
	leaf, _ := form.Leaf("requests.outcome.denied.state_secret.natural_person")
	fmt.Println(form.Edition, leaf.Place)
	for _, e := range form.Equations() {
		for _, term := range e.Left {
			if term == leaf {
				fmt.Println(e.Sum.Say)
			}
		}
	}
	// Output:
	// 2021 表三 · （三）不予公开 · 1.属于国家秘密 · 自然人
	// 自然人与五类法人或其他组织之和应等于总计
	// （一）至（六）各项之和应等于（七）总计
}
