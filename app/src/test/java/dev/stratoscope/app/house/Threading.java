package dev.stratoscope.app.house;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.BaseStream;

/** Making a thread, borrowing one from the JDK's common pool, or entering JavaFX's. */
final class Threading extends ArchCondition<JavaClass> {

    private static final Set<String> MAKERS_OF_THREADS =
            Set.of("startVirtualThread", "ofVirtual", "ofPlatform");

    Threading() {
        super("make threads or call Platform.runLater");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            boolean threading = isThreading(access.getTarget());
            events.add(new SimpleConditionEvent(access, threading, access.getDescription()));
        }
    }

    private static boolean isThreading(AccessTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        if (name.equals("<init>")) {
            return owner.isAssignableTo(Thread.class)
                    || owner.isAssignableTo(Timer.class)
                    || owner.isAssignableTo(ExecutorService.class)
                    || owner.isAssignableTo("javafx.concurrent.Service");
        }
        return (owner.isEquivalentTo(Thread.class) && MAKERS_OF_THREADS.contains(name))
                || owner.isEquivalentTo(Executors.class)
                || (owner.isEquivalentTo(CompletableFuture.class) && name.endsWith("Async"))
                || name.equals("parallelStream")
                || (owner.isAssignableTo(BaseStream.class) && name.equals("parallel"))
                || (owner.getName().equals("javafx.application.Platform")
                        && name.equals("runLater"));
    }
}
