package dev.interlock.engine.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts what is under way. Whoever begins something that leads on to other work begins that
/// before ending itself, so that nothing is under way only when nothing will follow.
public final class Activity {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private long underWay;

  /// Something begins.
  public void begin() {
    lock.lock();
    try {
      underWay++;
    } finally {
      lock.unlock();
    }
  }

  /// Something that began has ended.
  public void end() {
    lock.lock();
    try {
      underWay--;
      if (underWay == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nothing is under way, but not for longer than this.
  ///
  /// @return whether nothing is
  public boolean awaitIdle(Duration longest) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (underWay > 0 && left > 0) {
        left = idle.awaitNanos(left);
      }
      return underWay == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nothing is under way.
  public void awaitIdle() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (underWay > 0) {
        idle.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
