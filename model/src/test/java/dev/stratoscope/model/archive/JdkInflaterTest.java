package dev.stratoscope.model.archive;

class JdkInflaterTest implements RawInflaterContract {
    @Override
    public RawInflater inflater() {
        return new JdkInflater();
    }
}
