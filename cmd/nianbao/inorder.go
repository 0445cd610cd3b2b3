package main

import "runtime"

// mostWorkers bounds memory: a file that is made to be hard to read takes some 70 MB.
const mostWorkers = 4

// inOrder does n pieces of work on all processors and hands over what comes of
// each in the order of the pieces, as soon as those before it are done.
func inOrder[T any](n int, work func(i int) T, done func(i int, result T)) {
	workers := min(n, runtime.GOMAXPROCS(0), mostWorkers)
	results := make([]chan T, n)
	for i := range results {
		results[i] = make(chan T, 1)
	}
	// No piece is begun before those far in front of it have been handed over,
	// or a slow one would have all others wait in memory.
	ahead := make(chan struct{}, 2*max(workers, 1))
	next := make(chan int)
	for range workers {
		go func() {
			for i := range next {
				results[i] <- work(i)
			}
		}()
	}
	go func() {
		for i := range n {
			ahead <- struct{}{}
			next <- i
		}
		close(next)
	}()
	for i := range n {
		result := <-results[i]
		<-ahead
		done(i, result)
	}
}
