# 所有命令都在这里；第一次运行会自动建好 .venv。
PYTHON   ?= python3
DATA_DIR ?= data
SITE_DIR ?= site
SITE_URL ?= http://127.0.0.1:8000/
AS_OF    ?=
BASE     ?= main
FUZZ_SECONDS ?= 60
export DATA_DIR SITE_DIR SITE_URL
export NO_MKDOCS_2_WARNING = 1
# 编译好的模块留给下一个进程：测试要开几百个
export PYTHONDONTWRITEBYTECODE =

RUN = .venv/bin/python
PARALLEL = -n auto --dist loadfile --no-loadscope-reorder
TESTED = .venv/test .venv/desk .venv/node .venv/office .venv/old-chromium
SLOWEST = --durations=15 --durations-min=1
# 数覆盖要慢一倍：要看快慢的、用浏览器的不数
UNTRACED = tests/bad tests/browsers tests/built tests/desk tests/engines tests/fuzz tests/properties tests/written
# 锁里写全了每一个包，所以不再解析：同一把锁，哪天装都一样
PIP = $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary=:all:

.PHONY: help build check diff contract serve test smoke coverage fuzz mutation release bench pictures heard properdocs lock clean
.DEFAULT_GOAL := help

help:  ## 列出这些命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: .venv/run .venv/desk  ## 检查数据，生成网站到 site/，再检查生成的网站
	@$(RUN) -m qingdan build --as-of '$(AS_OF)'

check: .venv/run  ## 只检查数据
	@$(RUN) -m qingdan check --as-of '$(AS_OF)'

diff: .venv/run  ## 与旧版本比，清单改了什么：make diff BASE=main
	@$(RUN) -m qingdan diff --as-of '$(AS_OF)' -- '$(BASE)'

contract: .venv/run  ## 核对数据格式与上一次发布兼容，并存下现在的格式；打发布标签以前运行
	@$(RUN) -m qingdan contract --renew --as-of '$(AS_OF)'

serve: .venv/run .venv/desk  ## 本机预览：http://127.0.0.1:8000
	@KEPT_FILES=256 $(RUN) -m mkdocs serve --dev-addr 127.0.0.1:8000

test: $(TESTED)  ## 运行全部测试（含真实浏览器）
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy
	@$(RUN) -m pytest $(PARALLEL) $(SLOWEST)
	@$(RUN) -m pytest --durations=5 tests/mutation

smoke: .venv/test  ## 在真实浏览器里打开 make build 生成的网站，看几页
	@$(RUN) -m pytest tests/smoke

release: .venv/run  ## 列出公开前还缺的信息（网站标识码、备案号等）
	@$(RUN) -m qingdan release

bench: .venv/bench .venv/lighthouse  ## 测速，与原版 MkDocs + Material + jieba 并列
	@PYTHONPATH=$(CURDIR)/.venv/bench $(RUN) -m tests.bench

fuzz: .venv/test  ## 找读不好的输入：make fuzz FUZZ_SECONDS=600（维护者用）
	@$(RUN) -m tests.fuzz '$(FUZZ_SECONDS)'

coverage: $(TESTED)  ## 数不用浏览器的测试走过程序的百分之几，下限在 pyproject.toml（维护者用）
	@$(RUN) -m pytest $(PARALLEL) --cov --cov-report=term $(UNTRACED:%=--ignore=%)

mutation: .venv/test  ## 逐条去掉规则和防护，看有没有测试发现（维护者用）
	@$(RUN) -m tests.mutation

pictures: .venv/test .venv/desk  ## 重新截取编辑指南里的图（维护者用）
	@mkdir -p .cache
	@GITHUB_REPOSITORY=example/qingdan $(RUN) -m qingdan build --as-of 2026-11-23 --data tests/fixtures/first --site-dir .cache/pictures
	@$(RUN) -m tests.guide_pictures .cache/pictures

heard: .venv/test  ## 重新记下读屏软件听到的各种页面（维护者用）
	@mkdir -p .cache
	@DESK_DIR=- GITHUB_REPOSITORY= $(RUN) -m qingdan build --as-of 2026-11-23 --data tests/fixtures/first --site-dir .cache/heard
	@$(RUN) -m tests.heard .cache/heard

properdocs: .venv/engines  ## 用 ProperDocs 生成同一个网站到 test-results/properdocs/，与现在的逐页比较
	@DESK_DIR=- PYTHONPATH=$(CURDIR)/.venv/engines $(RUN) -m qingdan build --as-of '$(AS_OF)' --engine $@ --site-dir test-results/$@
	@PYTHONPATH=$(CURDIR)/.venv/engines $(RUN) -m pytest tests/engines

lock: .venv/test  ## 按 pyproject.toml 重新锁定依赖（维护者用）
	$(RUN) -m pip install --quiet uv
	$(RUN) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" pyproject.toml -o requirements.txt
	$(RUN) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" pyproject.toml --group test -c requirements.txt -o requirements-test.txt
	$(RUN) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --group pyproject.toml:bench -o requirements-bench.txt
	$(RUN) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" --group pyproject.toml:engines -c requirements.txt -o requirements-engines.txt

.venv/node: .venv/run tests/node/package-lock.json  # 查 HTML 写法的 vnu，要 Java
	.ci/java
	.ci/node tests/node $@
	@touch -c $@

.venv/old-chromium: .venv/run tests/browsers/node/package-lock.json  # 旧的浏览器，从 npm 的包里取
	.ci/old_chromium tests/browsers/node $@
	@touch -c $@

.venv/office: .venv/run  # 打开工作簿的 LibreOffice
	.ci/office
	@! command -v soffice >/dev/null || touch $@

.venv/desk: .venv/run qingdan/desk/runtime/package-lock.json qingdan/desk/runtime/requirements.txt  # 编辑台在浏览器里用的 Python
	.ci/desk $@
	@touch -c $@

.venv/lighthouse: .venv/run tests/bench/node/package-lock.json
	.ci/node tests/bench/node $@
	@touch -c $@

.venv/bench: .venv/test requirements-bench.txt  # jieba 只给原版用，放在一边，不进本站的环境
	$(PIP) --no-binary=jieba --target $@ -r requirements-bench.txt
	@touch $@

.venv/engines: .venv/test requirements-engines.txt  # 别的引擎，也放在一边
	$(PIP) --upgrade --target $@ -r requirements-engines.txt
	@touch $@

clean:  ## 删去生成的文件
	rm -rf .venv .cache site .site.qingdan test-results .pytest_cache .ruff_cache .hypothesis

.venv/run: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更新的版本")'
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.txt
	$(RUN) -m pip check
	@touch $@

.venv/test: .venv/run requirements-test.txt
	$(PIP) -r requirements-test.txt
	$(RUN) -m pip check
	.ci/browser $(RUN)
	@touch $@
