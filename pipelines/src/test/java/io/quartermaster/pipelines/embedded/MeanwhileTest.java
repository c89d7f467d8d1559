package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

    @Test
    void worksBesideWhoeverBegan() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (Meanwhile meanwhile = new Meanwhile()) {
            Future<Integer> work =
                    meanwhile.begin(
                            () -> {
                                begun.await();
                                return 7;
                            });
            begun.countDown();
            assertThat(Meanwhile.end(work)).isEqualTo(7);
        }
    }

    @Test
    void doesOnePieceAfterTheOther() throws Exception {
        List<String> done = new CopyOnWriteArrayList<>();
        try (Meanwhile meanwhile = new Meanwhile()) {
            List<RunnableFuture<Boolean>> begun =
                    Stream.of("first", "second", "third")
                            .map(piece -> meanwhile.begin(() -> done.add(piece)))
                            .toList();
            for (RunnableFuture<Boolean> piece : begun) {
                assertThat(Meanwhile.end(piece)).isTrue();
            }
        }
        assertThat(done).containsExactly("first", "second", "third");
    }

    @Test
    void whatIsNotBegunIsDoneByWhoeverRunsIt() throws Exception {
        CountDownLatch others = new CountDownLatch(1);
        try (Meanwhile meanwhile = new Meanwhile()) {
            Future<Void> before =
                    meanwhile.begin(
                            () -> {
                                others.await();
                                return null;
                            });
            RunnableFuture<Thread> work = meanwhile.begin(Thread::currentThread);
            work.run();
            others.countDown();
            Meanwhile.end(before);
            assertThat(Meanwhile.end(work)).isSameAs(Thread.currentThread());
        }
    }

    @Test
    void failsAsTheWorkFailed() throws Exception {
        IOException failure = new IOException("The disk is full.");
        try (Meanwhile meanwhile = new Meanwhile()) {
            Future<Void> work =
                    meanwhile.begin(
                            () -> {
                                throw failure;
                            });
            assertThatThrownBy(() -> Meanwhile.end(work)).isSameAs(failure);
        }
    }

    @Test
    void givesUpWhatIsNotDone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Meanwhile meanwhile = new Meanwhile();
        Future<Void> work =
                meanwhile.begin(
                        () -> {
                            begun.countDown();
                            never.await();
                            return null;
                        });
        begun.await();
        meanwhile.close();
        assertThatThrownBy(() -> Meanwhile.end(work)).isInstanceOf(InterruptedException.class);
    }
}
