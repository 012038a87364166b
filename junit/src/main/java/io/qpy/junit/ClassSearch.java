package io.qpy.junit;

import io.qpy.testing.Discovery;
import io.qpy.testing.TestFile;
import io.qpy.testing.TestPathException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Finds what is asked for: marked classes, and by unique ids also single files and tests of theirs. */
final class ClassSearch {
    private final EngineDescriptor engine;

    ClassSearch(UniqueId id) {
        engine = new EngineDescriptor(id, "qpy");
    }

    private static boolean isMarked(Class<?> each) {
        return each.isAnnotationPresent(DeviceTests.class);
    }

    TestDescriptor find(EngineDiscoveryRequest request) {
        Predicate<String> names = request.getFiltersByType(ClassNameFilter.class).stream()
                .map(ClassNameFilter::toPredicate)
                .reduce(each -> true, Predicate::and);
        Stream<Class<?>> roots = request.getSelectorsByType(ClasspathRootSelector.class).stream()
                .flatMap(each ->
                        ReflectionSupport.findAllClassesInClasspathRoot(
                                each.getClasspathRoot(), ClassSearch::isMarked, names)
                                .stream());
        Stream<Class<?>> packages = request.getSelectorsByType(PackageSelector.class).stream()
                .flatMap(each ->
                        ReflectionSupport.findAllClassesInPackage(each.getPackageName(), ClassSearch::isMarked, names)
                                .stream());
        Stream<Class<?>> classes =
                request.getSelectorsByType(ClassSelector.class).stream().map(ClassSelector::getJavaClass);
        Stream.of(roots, packages, classes)
                .flatMap(each -> each)
                .filter(ClassSearch::isMarked)
                .distinct()
                .forEach(each -> add(each, id -> true, List.of()));
        request.getSelectorsByType(UniqueIdSelector.class).forEach(each -> add(each.getUniqueId()));
        return engine;
    }

    /** A class, a file of a class's, or a test of such a file. */
    private void add(UniqueId id) {
        List<UniqueId.Segment> segments = id.getSegments();
        if (!id.hasPrefix(engine.getUniqueId()) || segments.size() < 2) {
            return;
        }
        List<String> tests = segments.stream()
                .filter(each -> each.getType().equals(PythonTestDescriptor.SEGMENT))
                .map(UniqueId.Segment::getValue)
                .toList();
        ReflectionSupport.tryToLoadClass(segments.get(1).getValue())
                .toOptional()
                .filter(ClassSearch::isMarked)
                .ifPresent(each -> add(each, file -> file.hasPrefix(id) || id.hasPrefix(file), tests));
    }

    private void add(Class<?> marked, Predicate<UniqueId> wanted, List<String> tests) {
        MarkedClassDescriptor parent = new MarkedClassDescriptor(engine.getUniqueId(), marked);
        for (TestFile file : files(marked)) {
            FileDescriptor child = new FileDescriptor(
                    parent.getUniqueId(), tests.isEmpty() ? file : new TestFile(file.path(), file.kind(), tests));
            if (wanted.test(child.getUniqueId())) {
                parent.addChild(child);
            }
        }
        engine.addChild(parent);
    }

    private static List<TestFile> files(Class<?> marked) {
        String[] paths = marked.getAnnotation(DeviceTests.class).value();
        try {
            return Discovery.find(List.of(paths));
        } catch (IOException | TestPathException e) {
            String where = Stream.of(paths).collect(Collectors.joining(", "));
            throw new IllegalStateException(
                    "@DeviceTests of " + marked.getName() + " (" + where + "): " + e.getMessage(), e);
        }
    }
}
