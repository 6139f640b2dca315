/// HdrHistogram as its authors publish it, with the descriptor that their jar lacks.
module org.hdrhistogram {
  /// For those who record and read histograms.
  exports org.HdrHistogram;
}
