# What the interop tests talk to: a Node program with packages of the AWS Encryption SDK and the AWS SDK for JavaScript.

interop_folder=tests/Encrypted.Mapper.Interop.Tests/node

# Installs the packages of the lock file, unless those that stand there are the same. No package's scripts are run.
provide_interop() {
  local installed=$interop_folder/node_modules/.installed-from
  require_npm
  if cmp -s "$interop_folder/package-lock.json" "$installed"; then return; fi
  note "Bringing the npm packages of the interop tests"
  if ! (cd "$interop_folder" && quietly npm ci --ignore-scripts --loglevel error); then
    fail "The packages of the interop tests could not be brought from the npm registry" \
      "Give npm a registry that this machine reaches (npm config set registry …), then run: (cd $interop_folder && npm ci --ignore-scripts)"
  fi
  cp "$interop_folder/package-lock.json" "$installed"
}
