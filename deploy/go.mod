module nianbao/deploy

go 1.26.0
