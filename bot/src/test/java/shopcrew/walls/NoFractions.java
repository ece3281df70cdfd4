package shopcrew.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/// No field, parameter, result or called method is a float or a double.
final class NoFractions extends ArchCondition<JavaClass> {
  private static final Set<String> FRACTIONS =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  NoFractions() {
    super("know no floating point");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaField field : type.getFields()) {
      if (fraction(field.getRawType())) tell(type, field.getFullName(), events);
    }
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      boolean fractions =
          Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
              .anyMatch(NoFractions::fraction);
      if (fractions) tell(type, unit.getFullName(), events);
    }
    type.getCodeUnitAccessesFromSelf().stream()
        .map(access -> access.getTarget())
        .filter(
            target ->
                fraction(target.getRawReturnType())
                    || target.getRawParameterTypes().stream().anyMatch(NoFractions::fraction))
        .forEach(target -> tell(type, target.getFullName(), events));
  }

  private static boolean fraction(JavaClass type) {
    return FRACTIONS.contains(type.getName());
  }

  private static void tell(JavaClass type, String what, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(type, what + " has a fraction"));
  }
}
