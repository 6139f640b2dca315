package trading.client.image;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExamplePluginsIT {
  @Test
  void needTheApiAndNothingElse() {
    ModuleDescriptor examples =
        ModuleFinder.of(Image.EXAMPLE_PLUGINS).findAll().iterator().next().descriptor();

    assertEquals(
        Set.of("java.base", "trading.api"),
        examples.requires().stream().map(Requires::name).collect(toSet()));
  }
}
