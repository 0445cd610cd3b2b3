module nianbao/deploy

go 1.26.0

replace nianbao => ../

require (
	github.com/google/go-containerregistry v0.22.1
	golang.org/x/sys v0.49.0
	nianbao v0.0.0
)

require (
	github.com/klauspost/compress v1.20.3 // indirect
	github.com/opencontainers/go-digest v1.0.0 // indirect
	github.com/opencontainers/image-spec v1.1.1 // indirect
	github.com/shopspring/decimal v1.6.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
