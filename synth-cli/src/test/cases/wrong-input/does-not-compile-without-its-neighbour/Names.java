class Names {
  static final String SESSIONS = "sessions";
}
