package county

const example = `D:\年报\收件`
