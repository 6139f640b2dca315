/// picocli as its authors publish it, compiled for the Java of the image.
module info.picocli {
  /// For the command line.
  exports picocli;

  // As in the published descriptor: it converts texts to times of a database where there is one.
  requires static java.sql;
}
