package source

import "runtime"

// mostWorkers bounds memory: a file that is made to be hard to read takes some 70 MB.
const mostWorkers = 4

// InOrder does n pieces of work on all processors and hands over what comes of
// each in the order of the pieces, as soon as those before it are done.
func InOrder[T any](n int, work func(i int) T, done func(i int, result T)) {
	InOrderUntil(n, nil, work, done)
}

// InOrderUntil is InOrder that begins no piece any more once stop is closed; those that
// it had begun are done and handed over. It returns how many. A nil stop never comes.
func InOrderUntil[T any](n int, stop <-chan struct{}, work func(i int) T, done func(i int, result T)) int {
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
	begun := make(chan int, 1) // how many pieces there are, where not all are begun
	for range workers {
		go func() {
			for i := range next {
				results[i%ahead] <- work(i)
			}
		}()
	}
	go func() {
		defer close(next)
		for i := range n {
			if isClosed(stop) {
				begun <- i
				return
			}
			select {
			case free <- struct{}{}:
			case <-stop:
				begun <- i
				return
			}
			next <- i
		}
	}()
	for i := 0; i < n; {
		select {
		case result := <-results[i%ahead]:
			<-free
			done(i, result)
			i++
		case n = <-begun:
		}
	}
	return n
}

func isClosed(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}
