package source

import "runtime"

// mostWorkers bounds memory: a file that is made to be hard to read takes some 70 MB.
const mostWorkers = 4

// InOrder does n pieces of work on all processors and hands over what comes of
// each in the order of the pieces, as soon as those before it are done.
func InOrder[T any](n int, work func(i int) T, done func(i int, result T)) {
	workers := min(n, runtime.GOMAXPROCS(0), mostWorkers)
	// No piece is begun before those far in front of it have been handed over,
	// or a slow one would have all others wait in memory.
	ahead := 2 * max(workers, 1)
	results := make([]chan T, ahead) // of the pieces i, i+ahead, …
	for i := range results {
		results[i] = make(chan T, 1)
	}
	free := make(chan struct{}, ahead)
	next := make(chan int)
	for range workers {
		go func() {
			for i := range next {
				results[i%ahead] <- work(i)
			}
		}()
	}
	go func() {
		for i := range n {
			free <- struct{}{}
			next <- i
		}
		close(next)
	}()
	for i := range n {
		result := <-results[i%ahead]
		<-free
		done(i, result)
	}
}
