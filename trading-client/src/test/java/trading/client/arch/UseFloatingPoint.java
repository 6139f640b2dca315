package trading.client.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the byte code itself: a local `double` leaves no trace that ArchUnit's own model shows.
final class UseFloatingPoint extends ArchCondition<JavaClass> {
  private static final Pattern OPCODE =
      Pattern.compile(
          "[DF](A?LOAD|A?STORE|CONST|ADD|SUB|MUL|DIV|REM|NEG|CMP|RETURN).*|[ILDF]2[DF]|[DF]2[IL]");
  private static final Pattern TYPE = Pattern.compile("\\[*[DF]|\\[*Ljava/lang/(Double|Float);");

  UseFloatingPoint() {
    super("use float or double");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    ClassModel model = parse(type);
    model.fields().stream()
        .filter(field -> isFloating(field.fieldTypeSymbol()))
        .forEach(field -> report(type, name(field), events));
    model.methods().stream()
        .filter(method -> isFloating(method.methodTypeSymbol()) || hasFloatingCode(method))
        .forEach(method -> report(type, name(method), events));
  }

  private static ClassModel parse(JavaClass type) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasFloatingCode(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(UseFloatingPoint::isFloating);
  }

  private static boolean isFloating(CodeElement element) {
    return element instanceof Instruction instruction
        && (OPCODE.matcher(instruction.opcode().name()).matches()
            || switch (instruction) {
              case ConstantInstruction constant -> isFloating(constant.typeKind());
              case NewPrimitiveArrayInstruction array -> isFloating(array.typeKind());
              case FieldInstruction field -> isFloating(field.typeSymbol());
              case InvokeInstruction call -> isFloating(call.typeSymbol());
              default -> false;
            });
  }

  private static boolean isFloating(TypeKind kind) {
    return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
  }

  private static boolean isFloating(MethodTypeDesc type) {
    return Stream.concat(Stream.of(type.returnType()), type.parameterList().stream())
        .anyMatch(UseFloatingPoint::isFloating);
  }

  private static boolean isFloating(ClassDesc type) {
    return TYPE.matcher(type.descriptorString()).matches();
  }

  private static String name(FieldModel field) {
    return field.fieldName().stringValue();
  }

  private static String name(MethodModel method) {
    return method.methodName().stringValue() + method.methodTypeSymbol().displayDescriptor();
  }

  private static void report(JavaClass type, String member, ConditionEvents events) {
    events.add(
        SimpleConditionEvent.satisfied(
            type, type.getName() + "." + member + " uses float or double"));
  }
}
