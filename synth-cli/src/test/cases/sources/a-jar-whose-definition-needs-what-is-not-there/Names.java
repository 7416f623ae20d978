class Names {
  static String sessions() {
    return "sessions";
  }
}
