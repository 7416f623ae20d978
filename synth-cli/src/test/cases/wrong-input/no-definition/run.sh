davit synth Plain.java
